"""Report, Judgement and Paragraph: what an inspection report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Grade = Literal["outstanding", "good", "requires improvement", "adequate", "inadequate"]
"""The common scale. "adequate" was used until 2013 and has no equivalent today, so it keeps its own place."""

ParagraphKind = Literal["heading", "numbered", "bullet", "prose", "judgement", "footnote", "table"]

Area = Literal[
    "overall",
    "leaders",
    "help_and_protection",
    "children_in_care",
    "care_leavers",
    "adoption",
    "lscb",
    "quality_of_provision",
    "outcomes",
    "capacity_to_improve",
]
"""What a Judgement grades, across frameworks. "children_in_care" covers looked after children and permanence, and
until 2022 care leavers too; "lscb" is the local safeguarding children board's own review; the last three were graded
until 2013 ("quality_of_provision" covers the quality of practice)."""

ReportKind = Literal[
    "ILACS",
    "SIF",
    "child protection",
    "looked after children",
    "area SEND",
    "focused visit",
    "monitoring visit",
    "joint inspection",
]

ListKind = Literal["recommendations", "areas for improvement", "areas for priority action"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where text stands on a page: points from the page's top left, pages from 1."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest thing we cite: the exact text of one paragraph, heading, bullet or table row.

    `number` is the report's own paragraph number ("12"), `heading` the path of headings above it, outermost first.
    `introduced_by` is the id of the line that introduces a bullet ("The council should:"). Documents without pages
    (HTML, text) have page 1 and no boxes.
    """

    id: str
    report_id: str
    position: int
    kind: ParagraphKind
    number: str | None
    heading: tuple[str, ...]
    page: int
    last_page: int
    text: str
    boxes: tuple[Box, ...] = ()
    introduced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One graded area of a Report: its name and grade in the report's words, and the grade on the common scale."""

    area: Area
    label: str
    words: str
    grade: Grade | None
    paragraph_id: str


@dataclass(frozen=True, slots=True)
class ImprovementList:
    """One list of what inspectors asked for: its heading and its items' Paragraph ids, in order.

    `evidence` holds, for an item that names paragraphs ("(paragraphs 18, 28)"), the ids of those Paragraphs.
    """

    kind: ListKind
    heading: str
    paragraph_ids: tuple[str, ...]
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PreviousInspection:
    """An inspection before a Report's own, as the Report tells of it.

    `when` is its date in the report's words ("July 2015"); `area` what the grade is of, "overall" where nothing says
    otherwise; `words` and `grade` are None where the report gives only the date. `paragraph_ids` are the Paragraphs
    that state it: one, or the line that introduces a list of grades and the grade's own.
    """

    when: str
    area: Area
    words: str | None
    grade: Grade | None
    paragraph_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One document as published. `id` is the first 16 hex digits of the SHA-256 of its bytes; `file` its name.

    A fact that the document does not state is None. `stated` maps a fact's name ("council", "published", …) to the id
    of the Paragraph that states it; `notes` says in plain words what a reader should know about the facts, such as a
    grade that the front page and a section heading give differently.
    """

    id: str
    file: str
    title: str
    council: str | None
    kind: ReportKind | None
    framework: str | None
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    pages: int
    judgements: tuple[Judgement, ...] = ()
    outcome: str | None = None
    improvement_lists: tuple[ImprovementList, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    previous_inspections: tuple[PreviousInspection, ...] = ()

    @property
    def when(self) -> date | None:
        """The date that orders reports in time: the last day of inspection, else publication."""
        return self.inspected_to or self.published

    def grade(self, area: Area) -> Grade | None:
        """The grade of an area on the common scale, or None where the report gives none."""
        return next((judgement.grade for judgement in self.judgements if judgement.area == area), None)


def paragraph_id(report_id: str, position: int) -> str:
    """The id of the Paragraph at a position (from 0) of a Report."""
    return f"{report_id}-{position:04d}"
