"""Citation, Claim and Draft: what stands behind each sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Citation:
    """A number shown to the reader, and the Paragraph and Report behind it.

    `also` are other Paragraphs of the same Report that say the same.
    """

    number: int
    paragraph: Paragraph
    report: Report
    also: tuple[Paragraph, ...] = ()

    @property
    def label(self) -> str:
        """Where it stands, as a reader would say it: "Stoke-on-Trent, 18 March 2019, paragraph 12, page 4"."""
        return f"{self.whose}, {self.place}"

    @property
    def whose(self) -> str:
        """The Report that it stands in, as a reader would say it: "Stoke-on-Trent, 18 March 2019"."""
        parts = [self.report.council or self.report.title]
        if self.report.published:
            parts.append(f"{self.report.published.day} {self.report.published:%B %Y}")
        elif self.report.when:
            parts.append(f"inspected {self.report.when:%B %Y}")
        return ", ".join(parts)

    @property
    def place(self) -> str:
        """Where it stands in its Report: "paragraph 12, page 4"."""
        return _place(self.paragraph)

    @property
    def also_at(self) -> str:
        """Where else the report says the same: "paragraph 31, page 9"; "" where it does not."""
        return "; ".join(map(_place, self.also))


Opens = Callable[[Citation], str]
"""Gives the address at which a Citation's Report opens at its page."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an Answer and the numbers of the Citations that support it.

    `group` is the heading it stands under ("Stoke-on-Trent, inspected February 2019") where an Answer has groups.
    `proven` is False while a chat model's sentence has yet to be held against its sources.
    """

    text: str
    citations: tuple[int, ...]
    group: str | None = None
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence and the Paragraphs that support it, before they are numbered; `also` say the same elsewhere."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    group: str | None = None
    also: tuple[Paragraph, ...] = ()


def number(drafts: Sequence[Draft], reports: Iterable[Report]) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Claims and Citations for drafts: paragraphs are numbered from 1 in the order of their first use."""
    by_id = {report.id: report for report in reports}
    citations: dict[str, Citation] = {}
    claims: list[Claim] = []
    for draft in drafts:
        for at, paragraph in enumerate(draft.paragraphs):
            known = citations.setdefault(
                paragraph.id, Citation(len(citations) + 1, paragraph, by_id[paragraph.report_id])
            )
            if at == 0 and draft.also:
                also = tuple(dict.fromkeys([*known.also, *draft.also]))
                citations[paragraph.id] = replace(known, also=also)
        marks = tuple(dict.fromkeys(citations[paragraph.id].number for paragraph in draft.paragraphs))
        claims.append(Claim(draft.text, marks, draft.group))
    return tuple(claims), tuple(citations.values())


def by_report(citations: Iterable[Citation]) -> list[tuple[Report, list[Citation]]]:
    """The Reports in the order of their first use, each with its Citations in the order of their numbers."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.report.id, []).append(citation)
    return [(cited[0].report, sorted(cited, key=lambda each: each.number)) for cited in found.values()]


def _place(paragraph: Paragraph) -> str:
    numbered = f"paragraph {paragraph.number}, " if paragraph.number else ""
    return f"{numbered}page {paragraph.page}"
