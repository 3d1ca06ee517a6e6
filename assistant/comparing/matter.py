"""Matter: what a theme is about, and whether a Paragraph says something on it.

A theme is a topic ("supervision", "care leavers' housing") and no question. A Paragraph says something on a theme of
one thing where it names it, under any of its names. On a theme of several ("recruitment of foster carers") it does
where it is more likely than not to hold them, by the fitted confidence: a word of the theme alone is not enough.
"""

import re
from dataclasses import dataclass, replace

from assistant.confidence import Asked, confidence, measure, read_asked
from assistant.everyday import in_inspectors_words
from assistant.glossary import find_names, stands_in
from assistant.question import Question
from assistant.telling import telling_words
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Paragraph
from corpus.sentences import split_sentences
from corpus.words import stem

LONGEST = 200
"""Characters of a theme at most: more is a question, or several."""
_LEAST = 0.5
"""The confidence that a Paragraph needs on a theme of several words: more likely than not."""
_MOST_RELEVANT = 11.0  # a logit that the cross-encoder hardly ever gives
_MOST = 0.5  # of a theme's words, each weighed by its rarity
_LEANS_BACK = re.compile(r"(?:This|These|They|It|Their|Its|Such|However|Most|Some|All|Many)\b")
_SAME = (
    ("housing", "accommodation", "tenancy", "tenancies", "homes of their own", "home of their own"),
    ("care leavers", "care leaver", "care-experienced", "care experienced", "leaving care", "left care"),
    ("workload", "workloads", "caseload", "caseloads"),
    ("elected members", "councillors", "members of the council", "council members"),
    ("agency staff", "agency workers", "agency social workers", "temporary staff", "interim staff"),
    ("domestic abuse", "domestic violence"),
    ("corporate parenting", "corporate parent", "corporate parents"),
    ("foster carers", "foster carer", "fostering", "foster care", "foster families"),
)
"""What inspectors call the same by several names, beside the terms of the glossary."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a theme is about: the words typed, how inspectors would write them, and what a Paragraph has to hold.

    `single` says that it is one thing, by one word or by the names of one term.
    """

    words: str
    wording: str
    asked: Asked
    single: bool

    @property
    def question(self) -> Question:
        """The theme as a search takes it."""
        return Question(self.words, self.words, "across councils", topic=self.words, wording=self.wording)


def read_matter(words: str, library: Library) -> Matter:
    """What a theme is about, as this library's words go. Raises WrongUse for one that names nothing to look for."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in words[: 2 * LONGEST]).split())
    if len(plain) > LONGEST:
        raise WrongUse(f"The theme is longer than {LONGEST} characters: name it in a few words, such as “supervision”.")
    if not telling_words(plain):
        raise WrongUse("The theme names nothing to look for: name it in a word or a few, such as “supervision”.")
    asked = read_asked(Question(plain, plain, topic=plain, wording=plain), library)
    of = _with_other_names(plain, asked)
    whole = next((names for names in (*find_names(plain), *_SAME) if _is_all(names, plain, of)), ())
    single = len(of.rarity) == 1 or bool(whole)
    term = whole or (of.names[next(iter(of.rarity))] if single else of.term)
    return Matter(plain, in_inspectors_words(plain), replace(of, term=term), single)


def may_say(matter: Matter, paragraph: Paragraph) -> bool:
    """True if a Paragraph could say something on the matter, were it relevant enough."""
    return says(matter, paragraph, _MOST_RELEVANT)


def says(matter: Matter, paragraph: Paragraph, relevance: float) -> bool:
    """True if a Paragraph of this relevance (the cross-encoder's logit) says something on the matter."""
    if matter.single:
        return touches(matter, paragraph.text)
    under = " ".join(paragraph.heading)
    if not any(_holds(matter, f"{under} {words}") for words in _thoughts(paragraph.text)):
        return False
    return confidence(measure(matter.asked, paragraph, relevance)) >= _LEAST


def touches(matter: Matter, text: str) -> bool:
    """True if a text, by itself, names the matter: its one thing, or of several the rarest."""
    if matter.single and matter.asked.term:
        return any(stands_in(name, text) for name in matter.asked.term)
    return _rarest(matter) in _held(matter, text)


def _holds(matter: Matter, text: str) -> bool:
    """True if a text holds the rarest of the matter's words and, weighed by their rarity, most of them."""
    rarity, held = matter.asked.rarity, _held(matter, text)
    share = sum(rarity[word] for word in held) / (sum(rarity.values()) or 1.0)
    return _rarest(matter) in held and share >= _MOST


def _rarest(matter: Matter) -> str:
    rarity = matter.asked.rarity
    return max(rarity, key=lambda word: rarity[word])


def _held(matter: Matter, text: str) -> set[str]:
    held, names = {stem(word) for word in telling_words(text)}, matter.asked.names
    return {word for word in matter.asked.rarity if word in held or any(stands_in(n, text) for n in names[word])}


def _thoughts(text: str) -> list[str]:
    """The sentences of a text, each with the one before where it is understood only after that."""
    sentences = split_sentences(text)
    return [
        f"{sentences[at - 1]} {sentence}" if at and _LEANS_BACK.match(sentence) else sentence
        for at, sentence in enumerate(sentences)
    ]


def _with_other_names(theme: str, asked: Asked) -> Asked:
    """What is asked, with the other names of its words; those of a term of the glossary are known already."""
    names = {
        word: held
        or tuple(
            name
            for same in _SAME
            if any(stands_in(name, theme) and word in map(stem, telling_words(name)) for name in same)
            for name in same
        )
        for word, held in asked.names.items()
    }
    return replace(asked, names=names)


def _is_all(names: tuple[str, ...], theme: str, asked: Asked) -> bool:
    """True if a theme is nothing but one of these names."""
    said = [set(map(stem, telling_words(name))) for name in names if stands_in(name, theme)]
    return any(set(asked.rarity) <= words for words in said)
