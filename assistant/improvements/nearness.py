"""How surely a Paragraph of a later report speaks of what an Improvement asks for.

A logistic regression on three features, fitted on 49 items and all Paragraphs of five later reports, which were read
by hand; `python -m tests.evaluation.improvements DATA LABELS` measures what is proposed. On 35 items of six other
reports, one of the Paragraphs that speak of it was among those shown for 30 of 33 (before: 19); of 22 proposals 20 were
as the reader's, and for 13 nothing was proposed (before: 15 of 35, and 17 "not mentioned" though they were).
The search is wide: every Paragraph of the report is judged, by each clause of the item.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

import numpy as np

from assistant.improvements.alike import find_terms
from assistant.improvements.body import asked_ids, find_body
from assistant.improvements.clauses import clauses_of
from assistant.improvements.improvement import Improvement
from assistant.telling import telling_words
from corpus.library import Library
from corpus.report import Paragraph, Report
from corpus.words import stem

_REPORTS = 12  # held in memory: a council's, and those of the council looked at before
_ITEMS = 200  # whose vectors are held in memory, as each is looked for in several reports
_ALL = 2_000  # chunks: more than any report has
_MEAN, _SPREAD, _BESIDE = 0.32, 0.085, 10
"""Mean and standard deviation of the cosines of a clause and all Paragraphs of a report, over eleven reports; so many
Paragraphs with them are thought beside a report's own, as those of a short letter do not tell what is usual."""
_USUAL = 50
"""Paragraphs of a report by which rarity is reckoned at least: in a letter of ten, one of them makes nothing rare."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a Paragraph: of all clauses of the item, the one that speaks most for it.

    `cover`, the share from 0 to 1 of the clause's telling words that the Paragraph or its headings hold, weighed by
    rarity in the report; `apart`, the cosine of clause and Paragraph in standard deviations above the mean of the
    report's Paragraphs; `rarest`, the rarity of the rarest term of practice that item and Paragraph share, 0 where they
    share none. Rarity is the natural logarithm of all Paragraphs to those that hold it. The cosine itself adds nothing.
    """

    cover: float
    apart: float
    rarest: float


WEIGHTS = Features(cover=0.87, apart=1.05, rarest=1.44)
BASE = -6.05


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What is looked for: the clauses of an Improvement with their vectors, and the terms of practice of the whole."""

    clauses: tuple[str, ...]
    vectors: np.ndarray
    terms: frozenset[str]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all its telling words."""
        return frozenset().union(*(find_stems(clause) for clause in self.clauses))


@dataclass(frozen=True, slots=True)
class Near:
    """A Paragraph of a later report and how surely, from 0 to 1, it speaks of the matter."""

    paragraph: Paragraph
    sure: float
    is_asked: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """What a report says, Paragraph by Paragraph, with the stems and terms of each and how rare they are in it."""

    paragraphs: tuple[Paragraph, ...]
    asked: frozenset[str]
    stems: tuple[frozenset[str], ...]
    terms: tuple[frozenset[str], ...]
    rarity: Mapping[str, float]
    term_rarity: Mapping[str, float]

    def rare(self, word: str) -> float:
        """The rarity of a stem; of one that no Paragraph holds, the highest there is."""
        return self.rarity.get(word, _rarity(len(self.paragraphs), 0))


def read_wanted(improvement: Improvement, library: Library) -> Wanted:
    """What an Improvement asks for, ready to be looked for in any report."""
    return _read_wanted(clauses_of(improvement), improvement.quote or improvement.text, library)


@lru_cache(maxsize=_ITEMS)
def _read_wanted(clauses: tuple[str, ...], words: str, library: Library) -> Wanted:
    return Wanted(clauses, library.embedder.encode(clauses), find_terms(words))


def find_near(wanted: Wanted, report: Report, library: Library) -> list[Near]:
    """All Paragraphs of a report's body and lists, those that most surely speak of what is wanted first."""
    pages = read_pages(report.id, library)
    if not pages.paragraphs:
        return []
    cosines = np.array([_cosines(vector, report.id, pages.paragraphs, library) for vector in wanted.vectors])
    apart = _apart(cosines).max(axis=0)
    near = []
    for at, paragraph in enumerate(pages.paragraphs):
        features = Features(
            cover=max(_cover(find_stems(clause), pages.stems[at], pages) for clause in wanted.clauses),
            apart=float(apart[at]),
            rarest=max((pages.term_rarity[term] for term in wanted.terms & pages.terms[at]), default=0.0),
        )
        near.append(Near(paragraph, confidence(features), paragraph.id in pages.asked))
    return sorted(near, key=lambda one: (-one.sure, one.paragraph.position))


def confidence(features: Features) -> float:
    """The probability, between 0 and 1, that a Paragraph with these features speaks of the matter."""
    logit = BASE + sum(weight * value for weight, value in zip(astuple(WEIGHTS), astuple(features), strict=True))
    return 1 / (1 + math.exp(-logit))


@lru_cache(maxsize=_REPORTS)
def read_pages(report_id: str, library: Library) -> Pages:
    """What a report says, read once for all that is looked for in it."""
    report = library.report(report_id)
    asked = asked_ids(report, library)
    found = {p.id for p in find_body(report, library, summary=True)}
    paragraphs = tuple(
        p for p in library.paragraphs(report_id) if p.id in found or (p.id in asked and p.kind != "heading")
    )
    stems = tuple(find_stems(" ".join([*p.heading, p.text])) for p in paragraphs)
    terms = tuple(find_terms(p.text) for p in paragraphs)
    return Pages(paragraphs, asked, stems, terms, _rarities(stems), _rarities(terms))


@lru_cache(maxsize=8_192)
def find_stems(text: str) -> frozenset[str]:
    """The stems of a text's telling words."""
    return frozenset(stem(word) for word in telling_words(text))


def _cosines(vector: np.ndarray, report_id: str, paragraphs: Sequence[Paragraph], library: Library) -> list[float]:
    """The cosine of a vector and each Paragraph: of its nearest Chunk, 0 where it has none."""
    scored = dict(library.by_meaning(vector, _ALL, [report_id]))
    best: dict[str, float] = {}
    for id_, chunk in library.chunks(list(scored)).items():
        for paragraph_id in chunk.paragraph_ids:
            best[paragraph_id] = max(best.get(paragraph_id, 0.0), scored[id_])
    return [best.get(paragraph.id, 0.0) for paragraph in paragraphs]


def _apart(cosines: np.ndarray) -> np.ndarray:
    """Cosines, a row for each clause, in standard deviations above their mean, as if some usual ones stood beside."""
    count = cosines.shape[1] + _BESIDE
    mean = (cosines.sum(axis=1, keepdims=True) + _BESIDE * _MEAN) / count
    variance = (((cosines - mean) ** 2).sum(axis=1, keepdims=True) + _BESIDE * _SPREAD**2) / count
    scaled: np.ndarray = (cosines - mean) / np.sqrt(variance)
    return scaled


def _cover(wanted: frozenset[str], held: frozenset[str], pages: Pages) -> float:
    whole = sum(map(pages.rare, wanted))
    return sum(map(pages.rare, wanted & held)) / whole if whole else 0.0


def _rarities(held: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(word for words in held for word in words)
    return {word: _rarity(len(held), count) for word, count in counts.items()}


def _rarity(size: int, count: int) -> float:
    return math.log((max(size, _USUAL) + 1) / (count + 0.5))
