"""Citation, Claim and Draft: what stands behind each sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Citation:
    """A number shown to the reader, and the Paragraph and Report behind it."""

    number: int
    paragraph: Paragraph
    report: Report

    @property
    def label(self) -> str:
        """Where it stands, as a reader would say it: "Stoke-on-Trent, 18 March 2019, paragraph 12, page 4"."""
        parts = [self.report.council or self.report.title]
        if self.report.published:
            parts.append(f"{self.report.published.day} {self.report.published:%B %Y}")
        elif self.report.when:
            parts.append(f"inspected {self.report.when:%B %Y}")
        if self.paragraph.number:
            parts.append(f"paragraph {self.paragraph.number}")
        parts.append(f"page {self.paragraph.page}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an Answer and the numbers of the Citations that support it.

    `group` is the heading it stands under ("Stoke-on-Trent, inspected February 2019") where an Answer has groups.
    """

    text: str
    citations: tuple[int, ...]
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence and the Paragraphs that support it, before they are numbered."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    group: str | None = None


def number(drafts: Sequence[Draft], reports: Iterable[Report]) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Claims and Citations for drafts: paragraphs are numbered from 1 in the order of their first use."""
    by_id = {report.id: report for report in reports}
    numbers: dict[str, int] = {}
    citations: list[Citation] = []
    claims: list[Claim] = []
    for draft in drafts:
        for paragraph in draft.paragraphs:
            if paragraph.id not in numbers:
                numbers[paragraph.id] = len(numbers) + 1
                citations.append(Citation(numbers[paragraph.id], paragraph, by_id[paragraph.report_id]))
        marks = tuple(dict.fromkeys(numbers[paragraph.id] for paragraph in draft.paragraphs))
        claims.append(Claim(draft.text, marks, draft.group))
    return tuple(claims), tuple(citations)
