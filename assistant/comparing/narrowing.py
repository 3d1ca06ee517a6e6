"""Which reports and which parts of them are compared: of councils, kinds, areas, years."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.sorts import find_areas
from corpus.report import Area, Paragraph, Report, ReportKind


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a comparison is narrowed to, () meaning any: councils and kinds of report, and the years they are from.

    `first` and `last` are years of inspection, None where that end is open.
    """

    councils: tuple[str, ...] = ()
    kinds: tuple[ReportKind, ...] = ()
    first: int | None = None
    last: int | None = None

    def of(self, reports: Sequence[Report]) -> tuple[Report, ...]:
        """The reports that it leaves, in their order."""
        return tuple(filter(self._leaves, reports))

    def _leaves(self, report: Report) -> bool:
        if (self.councils and report.council not in self.councils) or (self.kinds and report.kind not in self.kinds):
            return False
        if self.first is None and self.last is None:
            return True
        if report.when is None:
            return False
        return (self.first or 0) <= report.when.year <= (self.last or report.when.year)


def stands_in_area(paragraph: Paragraph, areas: Collection[Area]) -> bool:
    """True if a Paragraph stands under a heading about one of these areas, by the nearest heading that names any."""
    for heading in reversed(paragraph.heading):
        if found := find_areas(heading):
            return not set(areas).isdisjoint(found)
    return False
