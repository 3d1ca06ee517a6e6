"""How sure it is that a Paragraph holds what was asked for, from a few features that a reader can follow."""

import math
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from assistant.glossary import find_names, stands_in
from assistant.question import Question
from assistant.telling import telling_words
from corpus.library import Library
from corpus.report import Paragraph
from corpus.words import stem

_NAME = re.compile(r"(?<=[a-z0-9,’'] )[A-Z][a-z]{3,}\b")
"""A word with a capital inside a sentence."""
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
    those that hold it). `missing` is the rarity of the rarest of those words that it lacks. `term` is 1 if it holds
    the question's rarest term or name, or there is none, else 0.
    """

    relevance: float
    cover: float
    missing: float
    term: float


WEIGHTS = Features(relevance=0.27, cover=4.48, missing=0.33, term=1.79)
BASE = -7.0
LEAST = 0.12
"""What a Paragraph needs to be taken for an answer."""
LEAST_BESIDE = 0.06
"""What it needs in one of several reports that are asked the same, where another of them answers surely."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks about: its telling words as stems with their rarity and other names, and its rarest term.

    `term` holds the names of that term, none where the question names no term of the sector and nothing by name.
    """

    rarity: Mapping[str, float]
    names: Mapping[str, tuple[str, ...]]
    term: tuple[str, ...] = ()


def confidence(features: Features) -> float:
    """The probability that a Paragraph with these features holds what was asked for, between 0 and 1."""
    logit = BASE + sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
    return 1 / (1 + math.exp(-logit))


def read_asked(question: Question, library: Library) -> Asked:
    """What a question asks about, as this library's words go."""
    words = [word for word in dict.fromkeys(telling_words(question.topic)) if not word.isdigit()]
    terms = find_names(question.topic)
    names = {
        stem(word): tuple(n for term in terms if any(stands_in(word, n) for n in term) for n in term) for word in words
    }
    rarity = {stem(word): _rarity((word,), library) for word in words}
    return Asked(rarity, names, _rarest([*terms, *_names(question)], library))


def mentioned(asked: Asked, report_id: str, library: Library) -> bool:
    """True if a report mentions the question's rarest term or name, or there is none."""
    return not asked.term or any(library.mentions(name, [report_id]) for name in asked.term)


def measure(asked: Asked, paragraph: Paragraph, relevance: float) -> Features:
    """The Features of a Paragraph."""
    text = " ".join([*paragraph.heading, paragraph.text])
    held = {stem(word) for word in telling_words(text)}
    lacking = [
        rarity
        for word, rarity in asked.rarity.items()
        if word not in held and not any(stands_in(name, text) for name in asked.names[word])
    ]
    whole = sum(asked.rarity.values())
    holds_term = not asked.term or touches(asked, text)
    return Features(
        relevance=relevance,
        cover=1 - sum(lacking) / whole if whole else 0.0,
        missing=max(lacking, default=0.0),
        term=float(holds_term),
    )


def touches(asked: Asked, text: str) -> bool:
    """True if a text holds the question's rarest term or name, or any telling word where there is none."""
    if asked.term:
        return any(stands_in(name, text) for name in asked.term)
    return any(stem(word) in asked.rarity for word in telling_words(text))


def _names(question: Question) -> list[tuple[str, ...]]:
    """What a question calls by name, other than councils and dates: "the Mockingbird scheme"."""
    found = [match[0] for match in _NAME.finditer(question.topic)]
    return [(name,) for name in found if name.lower() not in _NO_NAME]


def _rarest(terms: list[tuple[str, ...]], library: Library) -> tuple[str, ...]:
    return min(terms, key=lambda names: sum(library.mentions(name) for name in names), default=())


def _rarity(names: tuple[str, ...], library: Library) -> float:
    """0 for words that no chunk holds: they tell nothing apart."""
    held = sum(library.mentions(name) for name in names)
    return math.log(max(1.0, library.size / held)) if held else 0.0
