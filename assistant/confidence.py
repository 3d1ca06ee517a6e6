"""How sure it is that a Paragraph holds what was asked for, from a few features that a reader can follow."""

import math
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from assistant.glossary import find_names, nearest_word, stands_in
from assistant.question import Question
from assistant.sorts import tells_of_change
from assistant.telling import telling_words
from corpus.library import Library
from corpus.report import Paragraph
from corpus.words import stem

_NAME = re.compile(r"(?<=[a-z0-9,’'] )[A-Z][a-z]{3,}\b")
"""A word with a capital inside a sentence."""
_TELLING = 3.0  # the rarity of a word that stands in a twentieth of all chunks
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
    `unknown` says that it has a word that no report has.
    """

    rarity: Mapping[str, float]
    names: Mapping[str, tuple[str, ...]]
    term: tuple[str, ...] = ()
    unknown: bool = False


def weigh(features: Features) -> float:
    """How much speaks for a Paragraph with these features: the logit of its confidence."""
    weighed: float = sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
    return BASE + weighed


def confidence(features: Features) -> float:
    """The probability that a Paragraph with these features holds what was asked for, between 0 and 1."""
    return 1 / (1 + math.exp(-weigh(features)))


def read_asked(question: Question, library: Library) -> Asked:
    """What a question asks about, as this library's words go."""
    topic = question.topic
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
    return Asked(rarity, names, _rarest([*terms, *_names(topic)], topic, library), unknown)


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
    held = _held(asked, text)
    holds_term = touches(asked, text) if asked.term else True
    if asked.unknown:
        holds_term = holds_term and any(asked.rarity[word] >= _TELLING for word in held)
    return Features(relevance=relevance, cover=cover(asked, text), term=float(holds_term))


def cover(asked: Asked, text: str) -> float:
    """The share, from 0 to 1, of the question's telling words that a text holds, each weighed by its rarity."""
    whole = sum(asked.rarity.values())
    return sum(asked.rarity[word] for word in _held(asked, text)) / whole if whole else 0.0


def _held(asked: Asked, text: str) -> list[str]:
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
