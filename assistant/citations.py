"""Citation and Claim: what stands behind each sentence."""

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
