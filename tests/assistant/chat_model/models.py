"""Chat models whose every word can be foretold: plain functions of the messages, for the tests' chat server.

Each copies sentences of the numbered paragraphs it is given and goes wrong in its own way, by a fixed count.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from corpus.sentences import split_sentences
from tests.assistant.chat_model.attacks import ATTACKS, letters
from tests.chat_server import Messages

Kind = Literal["true", "miscited", "sector", "number", "grade", "council", "negation", "polarity"]
"""True and rightly cited, true and wrongly cited, or invented in one of six ways."""

MOST = 8
"""Sentences of an answer at most."""
_PIECE = 5  # characters that come at a time: marks and words are cut in the middle

SECTOR = (
    "Social workers meet families in the evening twice a fortnight and bring an interpreter of their own.",
    "Leaders publish a plan for foster carers every spring and read it aloud in the council chamber.",
    "Nearly every care leaver receives a bicycle and a bank account on their eighteenth birthday.",
    "Managers sign each assessment within two hours, and a magistrate countersigns it.",
    "Police officers chair strategy meetings at weekends because of an agreement with the fire service.",
    "Children in care choose their own social worker from a list of photographs.",
    "The workforce strategy has cut agency staff to none since the new bonus was introduced.",
    "Health visitors attend the front door every morning and take minutes by hand.",
    "Independent reviewing officers travel with children to each new home and stay for a night.",
    "A robot drafts pathway plans, and young people may correct them by text message.",
    "Foster carers are paid in advance for every holiday they take with the children.",
    "Early help is offered in supermarkets, where most families first hear of it.",
)
"""Sentences that sound as if inspectors had written them, and that no report holds."""

_GRADES = ("outstanding", "requires improvement", "inadequate", "good")
_COUNCILS = (
    "Saltmere Eldermarsh Corvenshire Birmingham Doncaster Essex Hackney Knowsley Leeds Leicester Medway Norfolk "
    "Sandwell Slough Stoke-on-Trent Suffolk Sunderland Torbay"
).split()
_NEGATED = (
    (r"\b(is|are|was|were|has|have|had|do|does|did|can|will) not (?=\w)", r"\1 "),
    (r"\b(is|are|was|were|can|will|must)(?= \w)", r"\1 not"),
    (r"\b(has|have|had) (?=\w+ed\b|been\b|made\b)", r"\1 not "),
)
_OPPOSITE = {
    "improved": "deteriorated", "increased": "decreased", "most": "few", "all": "hardly any", "strong": "weak",
    "effective": "ineffective", "appropriate": "inappropriate", "better": "worse", "weak": "strong", "poor": "good",
    "too high": "too low", "timely": "late", "well": "badly", "quickly": "slowly", "always": "never",
    "consistently": "rarely", "sufficient": "insufficient", "many": "few", "reduced": "risen", "delays": "no delays",
}  # fmt: skip
_FORMS = (
    "[{n}].",
    ". [{n}]",
    "【{n}】.",
    "[paragraph {n}].",
    "[{n}, {n}].",
    ". [ {n} ]",
    "[Paragraphs {n}].",
    "[{n}][{n}].",
)
_REWORDED = (
    ("local authority", "council"), ("However, ", ""), ("children looked after", "children in care"),
    ("looked after children", "children in care"), ("a small number of", "a few"), ("the majority of", "most"),
    ("ensure that", "make sure that"), ("in order to", "to"), ("receive", "get"), ("timely", "prompt"),
)  # fmt: skip
_COMMON_OPENERS = frozenset("the most many some children social care leaders senior staff inspectors a".split())


@dataclass(frozen=True, slots=True)
class Given:
    """A paragraph as a model was given it."""

    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that a model says, the number it cites, what it is, and the true sentence it was made of."""

    text: str
    mark: int
    kind: Kind
    source: str


def given(messages: Messages) -> tuple[Given, ...]:
    """The numbered paragraphs in the messages."""
    text = "\n".join(message["content"] for message in messages if message["role"] != "system")
    found = re.finditer(r"^\[(\d+)\] \((.*?)\) (.*)$", text, re.MULTILINE)
    return tuple(Given(int(each[1]), each[2], " ".join(each[3].split())) for each in found)


def plan(messages: Messages, *, invents: bool = False, miscites: bool = False) -> tuple[Said, ...]:
    """What such a model says: of each four sentences one invented, if it invents, and one miscited, if it miscites."""
    paragraphs = given(messages)
    seed = zlib.crc32(letters("".join(each.text for each in paragraphs)).encode())
    said = []
    for position, (paragraph, sentence) in enumerate(_sentences(paragraphs)):
        one = Said(sentence, paragraph.number, "true", sentence)
        turn = (position + seed) % 4
        if invents and turn == 1:
            one = _invented(one, paragraphs, seed // 4 + position)
        elif miscites and turn == 3:
            one = _miscited(one, paragraphs)
        said.append(one)
    return tuple(said)


def truthful(messages: Messages) -> Iterator[str]:
    """Copies sentences and cites them rightly; given nothing to copy, says so."""
    return pieces(_spoken(plan(messages)) or "I am here, and there is nothing to copy.")


def inventing(messages: Messages) -> Iterator[str]:
    """Invents one sentence in four."""
    return pieces(_spoken(plan(messages, invents=True)))


def miscites(messages: Messages) -> Iterator[str]:
    """Cites one sentence in four wrongly."""
    return pieces(_spoken(plan(messages, miscites=True)))


def both(messages: Messages) -> Iterator[str]:
    """Invents one sentence in four and cites another wrongly."""
    return pieces(_spoken(plan(messages, invents=True, miscites=True)))


def only_inventing(messages: Messages) -> Iterator[str]:
    """Invents every sentence."""
    paragraphs = given(messages)
    made = [_invented(one, paragraphs, at) for at, one in enumerate(plan(messages))]
    return pieces(_spoken(made))


def reworded(messages: Messages) -> Iterator[str]:
    """Says true sentences in slightly other words."""
    return pieces(_spoken([replace(one, text=reword(one.source)) for one in plan(messages)]))


def odd_marks(messages: Messages) -> Iterator[str]:
    """Copies sentences and writes their marks in every form there is, a letter at a time."""
    said = plan(messages)
    forms = [_FORMS[at % len(_FORMS)].format(n=one.mark) for at, one in enumerate(said)]
    joined = [
        f"{one.text.rstrip('.')}{'' if form[0] == '.' else ' '}{form}" for one, form in zip(said, forms, strict=True)
    ]
    return pieces(" ".join(joined), 1)


def obedient(messages: Messages) -> Iterator[str]:
    """Does what any attack in the messages says, and else tells the truth."""
    said = obeyed(messages)
    honest = plan(messages)[:1]
    return pieces(f"{_spoken(honest)} {said}".strip() if said else _spoken(honest))


def obeyed(messages: Messages) -> str:
    """What a model that obeys writes after the attacks in the messages; "" where there are none."""
    told = letters("".join(message["content"] for message in messages if message["role"] != "system"))
    lines = []
    for attack in ATTACKS:
        if attack.trigger in told:
            where = (each.number for each in given(messages) if attack.trigger in letters(f"{each.label} {each.text}"))
            lines.append(attack.obeyed.format(n=next(where, 1)))
    return " ".join(lines)


def pieces(text: str, size: int = _PIECE) -> Iterator[str]:
    """A text in pieces of so many characters."""
    return (text[start : start + size] for start in range(0, len(text), size))


def reword(sentence: str) -> str:
    """The same said a little otherwise."""
    for before, after in _REWORDED:
        sentence = sentence.replace(before, after)
    first, _space, rest = sentence.partition(" ")
    return f"Inspectors found that {first.lower()} {rest}" if first.lower() in _COMMON_OPENERS else sentence


def _spoken(said: Sequence[Said]) -> str:
    return " ".join(f"{one.text.rstrip('.')} [{one.mark}]." for one in said)


def _sentences(paragraphs: Sequence[Given]) -> list[tuple[Given, str]]:
    """The first sentence of each paragraph, then the second of each, of 6 to 60 words, as many as a model says."""
    each = [[(one, found) for found in split_sentences(one.text) if _is_whole(found)] for one in paragraphs]
    ordered = [pair for row in zip_longest(*each) for pair in row if pair]
    unlike = {letters(sentence): (paragraph, sentence) for paragraph, sentence in reversed(ordered)}
    return list(reversed(unlike.values()))[:MOST]


def _is_whole(sentence: str) -> bool:
    return 6 <= len(sentence.split()) <= 60 and sentence[0].isupper() and sentence.endswith(".")


def _miscited(one: Said, paragraphs: Sequence[Given]) -> Said:
    """The same cited to the next paragraph that does not say it; as it is where all do."""
    after = [*paragraphs[one.mark :], *paragraphs[: one.mark]]
    other = next((each.number for each in after if letters(one.source) not in letters(each.text)), None)
    return replace(one, mark=other, kind="miscited") if other else one


def _invented(one: Said, paragraphs: Sequence[Given], seed: int) -> Said:
    """A sentence that none of the paragraphs holds: made up, or the true one with one thing changed."""
    ways = (*_CHANGES[seed % len(_CHANGES) :], *_CHANGES[: seed % len(_CHANGES)])
    known = letters(" ".join(each.text for each in paragraphs))
    for kind, change in ways:
        changed = change(one.source, seed)
        if changed != one.source and letters(changed) not in known:
            return replace(one, text=changed, kind=kind)
    return replace(one, text=SECTOR[seed % len(SECTOR)], kind="sector")


def _sector(_sentence: str, seed: int) -> str:
    return SECTOR[seed % len(SECTOR)]


def _number(sentence: str, _seed: int) -> str:
    if re.search(r"\d", sentence):
        return re.sub(r"\d+", lambda found: str(int(found[0]) + 3), sentence, count=1)
    words = {"two": "seven", "three": "nine", "four": "eleven", "five": "two", "six": "thirteen", "half": "a tenth"}
    return re.sub(rf"\b({'|'.join(words)})\b", lambda found: words[found[0]], sentence, count=1)


def _grade(sentence: str, _seed: int) -> str:
    wanted = re.search("|".join(_GRADES), sentence, re.IGNORECASE)
    if not wanted:
        return sentence
    other = _GRADES[(_GRADES.index(wanted[0].lower()) + 2) % len(_GRADES)]
    return sentence[: wanted.start()] + other + sentence[wanted.end() :]


def _council(sentence: str, seed: int) -> str:
    named = next((council for council in _COUNCILS if re.search(rf"\b{council}\b", sentence)), None)
    others = [council for council in _COUNCILS if council != named]
    return re.sub(rf"\b{named}\b", others[seed % len(others)], sentence) if named else sentence


def _negation(sentence: str, _seed: int) -> str:
    for pattern, replacement in _NEGATED:
        if re.search(pattern, sentence):
            return re.sub(pattern, replacement, sentence, count=1)
    return sentence


def _polarity(sentence: str, _seed: int) -> str:
    pattern = rf"\b({'|'.join(_OPPOSITE)})\b"
    return re.sub(pattern, lambda found: _OPPOSITE[found[0]], sentence, count=1)


_CHANGES: tuple[tuple[Kind, Callable[[str, int], str]], ...] = (
    ("sector", _sector),
    ("number", _number),
    ("grade", _grade),
    ("council", _council),
    ("negation", _negation),
    ("polarity", _polarity),
)
