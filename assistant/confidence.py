"""How sure it is that a Paragraph holds what was asked for, from a few features that a reader can follow."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace

from assistant.counting import counted, narrowing
from assistant.glossary import find_names, nearest_word, stands_in
from assistant.question import Question
from assistant.sorts import tells_of_change
from assistant.telling import telling_words
from assistant.timing import asks_for_timing, without_timing
from corpus.library import Library
from corpus.report import Paragraph
from corpus.words import stem

_NAME = re.compile(r"(?<=[a-z0-9,’'] )[A-Z][a-z]{3,}\b")
"""A word with a capital inside a sentence."""
_TELLING = 3.0  # the rarity of a word that stands in a twentieth of all chunks
_RARE = 4.0  # and in one of 55
_IN_OTHER_WORDS = 3.0
"""How relevant (a logit) a Paragraph is that says in other words what the rare ones ask for: "driving lessons".

Of 200 questions about published reports, 24 of the 25 that are answered in other words have more; 7 of the 8 that no
report answers, though one touches upon them, have less.
"""
_LIKELY = 0.5
"""How relevant the Paragraph is that answers a question about one thing; of those 200 two have less than 1.4."""
_WHOSE = frozenset(
    map(stem, "child children young people care leaver looked family families parents social worker".split())
)
"""Stems of those whom everything is about."""
_NO_NAME = frozenset(
    """jan feb mar apr jun jul aug sept sep oct nov dec january february march april june july august september october
    november december monday tuesday wednesday thursday friday saturday sunday ofsted council city county borough
    inspectors inspection report reports""".split()
)


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a Paragraph.

    `relevance` is the cross-encoder's logit. `cover` is the share, from 0 to 1, of the question's telling words that
    the Paragraph holds under any of their names, each weighed by its rarity (the natural logarithm of all chunks to
    those that hold it; a word that none holds is as rare as can be). `term` is 1 if it holds the question's rarest term
    or name, or if there is none; but 0 where the question has a word that no report has ("asthma") and the Paragraph
    only such of the others as stand everywhere ("children").
    """

    relevance: float
    cover: float
    term: float


WEIGHTS = Features(relevance=0.28, cover=3.09, term=1.84)
BASE = -4.63
LEAST = 0.12
"""What a Paragraph needs to be taken for an answer."""
LEAST_BESIDE = 0.06
"""What it needs in one of several reports that are asked the same, where another of them answers surely."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks about: its telling words as stems with their rarity and other names, and its rarest term.

    `term` holds the names of that term, none where the question names no term of the sector and nothing by name, and
    `unknown` says that it has a word that no report has. `alone` says that it asks for one thing of one council,
    `whole` that it needs no question before it; `rare` are those of its words that few Paragraphs have. `counted` are
    the stems of what it asks to be counted, `kept` the rare ones that say which of them ("dyslexic pupils"), and
    `timing` says that it asks whether, or how soon, something is done.
    """

    rarity: Mapping[str, float]
    names: Mapping[str, tuple[str, ...]]
    term: tuple[str, ...] = ()
    unknown: bool = False
    alone: bool = False
    whole: bool = False
    rare: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    timing: bool = False


def weigh(features: Features) -> float:
    """How much speaks for a Paragraph with these features: the logit of its confidence."""
    weighed: float = sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
    return BASE + weighed


def confidence(features: Features) -> float:
    """The probability that a Paragraph with these features holds what was asked for, between 0 and 1."""
    return 1 / (1 + math.exp(-weigh(features)))


def read_asked(question: Question, library: Library) -> Asked:
    """What a question asks about, as this library's words go."""
    timing = asks_for_timing(question.standalone)
    topic = (without_timing(question.topic) if timing else "") or question.topic
    for word in telling_words(topic):
        if not library.mentions(word) and (meant := nearest_word(word)):
            topic = re.sub(rf"\b{re.escape(word)}\b", meant, topic, flags=re.IGNORECASE)
    compares = question.sort == "over time"
    words = [word for word in dict.fromkeys(telling_words(topic)) if not (compares and tells_of_change(word))]
    words = [word for word in words or dict.fromkeys(telling_words(topic)) if not word.isdigit()]
    terms = find_names(topic)
    names = {
        stem(word): tuple(n for term in terms if any(stands_in(word, n) for n in term) for n in term) for word in words
    }
    rarity = {stem(word): _rarity(word, library) for word in words}
    unknown = any(not library.mentions(word) for word in words)
    term = _rarest([*terms, *_names(topic)], topic, library)
    rare = frozenset(word for word in rarity if rarity[word] >= _RARE)
    return Asked(
        rarity=rarity,
        names=names,
        term=term,
        unknown=unknown,
        alone=question.sort == "fact" and len(question.councils) == 1,
        whole=question.text == question.standalone,
        rare=rare,
        counted=counted(question.standalone),
        kept=narrowing(question.standalone) & rare,
        timing=timing,
    )


def mentioned(asked: Asked, report_id: str, library: Library) -> bool:
    """True if a report mentions the question's rarest term or name, or there is none."""
    return not asked.term or any(library.mentions(name, [report_id]) for name in asked.term)


def unknown_name(question: Question, library: Library) -> str:
    """What a question calls by a name that stands in no report, such as a place that no report is about; else ""."""
    names = (name for found in _names(question.topic) for name in found)
    return next((name for name in names if not library.mentions(name)), "")


def measure(asked: Asked, paragraph: Paragraph, relevance: float) -> Features:
    """The Features of a Paragraph."""
    text = " ".join([*paragraph.heading, paragraph.text])
    held = held_words(asked, text)
    holds_term = touches(asked, text) if asked.term else True
    if asked.unknown:
        holds_term = holds_term and any(asked.rarity[word] >= _TELLING for word in held)
    if asked.alone and relevance < _least_relevance(asked, held):
        holds_term = False
    return Features(relevance=relevance, cover=cover(asked, text), term=float(holds_term))


def _least_relevance(asked: Asked, held: Sequence[str]) -> float:
    """How relevant (a logit) a Paragraph that holds these words must be; a follow-up's own words tell less."""
    if asked.rare and not asked.rare.intersection(held):
        return _IN_OTHER_WORDS
    return _LIKELY if asked.whole else -math.inf


def cover(asked: Asked, text: str) -> float:
    """The share, from 0 to 1, of the question's telling words that a text holds, each weighed by its rarity."""
    whole = sum(asked.rarity.values())
    return sum(asked.rarity[word] for word in held_words(asked, text)) / whole if whole else 0.0


def cover_of_matter(asked: Asked, text: str) -> float:
    """The same of the words that do not say whom it is about: "health assessments" of those of children in care."""
    matter = {word: rarity for word, rarity in asked.rarity.items() if word not in _WHOSE}
    return cover(replace(asked, rarity=matter or asked.rarity), text)


def names_only_whom(asked: Asked) -> bool:
    """True if the question's rarest term says whom it is about, as "children in care" does, and not what."""
    return all(stem(word) in _WHOSE for name in asked.term[:1] for word in telling_words(name))


def held_words(asked: Asked, text: str) -> list[str]:
    """The stems of the question's telling words that a text holds under any of their names."""
    held = {stem(word) for word in telling_words(text)}
    return [word for word in asked.rarity if word in held or any(stands_in(n, text) for n in asked.names[word])]


def touches(asked: Asked, text: str) -> bool:
    """True if a text holds the question's rarest term or name, or any telling word where there is none."""
    if asked.term:
        return any(stands_in(name, text) for name in asked.term)
    return any(stem(word) in asked.rarity for word in telling_words(text))


def _names(topic: str) -> list[tuple[str, ...]]:
    """What a topic calls by name, other than councils and dates: "the Mockingbird scheme"."""
    found = [match[0] for match in _NAME.finditer(topic)]
    return [(name,) for name in found if name.lower() not in _NO_NAME]


def _rarest(terms: list[tuple[str, ...]], topic: str, library: Library) -> tuple[str, ...]:
    """The names of the rarest term, and of those that it is joined with: "caseloads and supervision"."""
    rarest = min(terms, key=lambda names: sum(library.mentions(name) for name in names), default=())
    joined = [names for names in terms if names != rarest and _are_joined(rarest, names, topic)]
    return tuple(dict.fromkeys(name for names in [rarest, *joined] for name in names))


def _are_joined(some: tuple[str, ...], others: tuple[str, ...], topic: str) -> bool:
    one, other = ("|".join(map(re.escape, names)) for names in (some, others))
    joint = r"(?:,| and| or|, and|, or) (?:\w+ )?"
    return (
        re.search(rf"\b(?:(?:{one}){joint}(?:{other})|(?:{other}){joint}(?:{one}))\b", topic, re.IGNORECASE) is not None
    )


def _rarity(word: str, library: Library) -> float:
    return math.log(max(1.0, library.size / max(1, library.mentions(word))))
