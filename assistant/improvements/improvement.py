"""Improvement: one thing inspectors asked for, what stands behind it, and what later reports say of the same matter."""

from dataclasses import dataclass
from typing import Literal

from corpus.report import Area, ListKind, Paragraph, Report

Progress = Literal["repeated", "improved", "met", "not mentioned"]
"""What a later report says of an Improvement. Proposed by us, decided by a person."""
Proposal = Progress | Literal["not sure"]
"""What we propose; "not sure" where we propose nothing and a person has to read."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A Paragraph behind an Improvement. `named` is True where the report names it, False where we suggest it."""

    paragraph: Paragraph
    named: bool


@dataclass(frozen=True, slots=True)
class Later:
    """What a later report of the same council says of an Improvement: its Paragraphs, none where it is silent.

    Where we are "not sure", the Paragraphs are the nearest, to be read.

    `why` says in a plain sentence what the proposal rests on. `quotes` are the sentences of these Paragraphs that bear
    on the matter, word for word: one text for each Paragraph.
    """

    report: Report
    proposed: Proposal
    paragraphs: tuple[Paragraph, ...]
    why: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Improvement:
    """One thing inspectors asked for, in the report's exact words: the `paragraph` and its sub-bullets, if any.

    `position` counts from 1 through all of the report's lists, in its order. `list_kind` and `heading` are its list's;
    None and "" for a criticism in the body that never reached a list; `quote` is then its sentence, word for word, and
    else "". `area` is None where nothing tells.
    """

    id: str
    report: Report
    paragraph: Paragraph
    position: int
    list_kind: ListKind | None = None
    heading: str = ""
    parts: tuple[Paragraph, ...] = ()
    area: Area | None = None
    behind: tuple[Behind, ...] = ()
    later: tuple[Later, ...] = ()
    quote: str = ""

    @property
    def text(self) -> str:
        """The whole of it in the report's words, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in (self.paragraph, *self.parts))
