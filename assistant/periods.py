"""Period and When: what a question says about time, and the reports that it points at."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from corpus.report import Report

_COUNTS = ("none", "one", "two", "three", "four", "five")
_TO_PUBLICATION = timedelta(days=90)
"""How long after an inspection its report may appear; only to understand "the 2019 report" where none is stated."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, from its first to its last day; `years` are those that name it."""

    first: date
    last: date
    years: tuple[int, ...] = field(default=(), compare=False)

    @property
    def words(self) -> str:
        """The stretch as it is said, in years: "2019", "2015 to 2022", "since 2020", "up to 2018"."""
        if self.first == date.min:
            return f"up to {self.last.year}"
        if self.last == date.max:
            return f"since {self.first.year}"
        named = self.years or (self.first.year, self.last.year)
        return " to ".join(map(str, dict.fromkeys((named[0], named[-1]))))


@dataclass(frozen=True, slots=True)
class When:
    """What a question says about time: periods, or a number of newest reports (1: the latest), or neither.

    `oldest` is a number of reports held first. `past` are years of time up to the newest report. `before` asks for the
    report before the one in hand, `last_but_one` for the one before the newest. `by` asks how things were by the end
    of its period, which is what the last report in it says. `compared` sets the one before beside the one in hand.
    """

    periods: tuple[Period, ...] = ()
    newest: int = 0
    before: bool = False
    oldest: int = 0
    past: int = 0
    last_but_one: bool = False
    by: bool = False
    compared: bool = field(default=False, compare=False)

    @property
    def named(self) -> bool:
        """True if anything is said about time."""
        return self != When()

    @property
    def onwards(self) -> "When":
        """The same, with its only period open to the end: "any better than in 2015?" asks about 2015 and since.

        A stretch of years stays as it is.
        """
        if len(self.periods) != 1 or self.by or self.periods[0].first.year != self.periods[0].last.year:
            return self
        return replace(self, periods=(replace(self.periods[0], last=date.max),))

    @property
    def years(self) -> tuple[int, ...]:
        """The years named, in order: of a stretch its first and its last, of an open one the one that bounds it."""
        return tuple(dict.fromkeys(year for each in self.periods for year in each.years))

    @property
    def count(self) -> int:
        """How many inspections are set side by side, as far as the words tell; a stretch of time counts as one."""
        back = 1 if self.before and self.compared else 0
        return len(self.periods) + self.newest + self.oldest + back + 2 * bool(self.past)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said about time, each part as it is said: ("2015", "the latest")."""
        newest = "the latest" if self.newest == 1 else f"the last {_COUNTS[self.newest]}" if self.newest else ""
        oldest = "the first" if self.oldest == 1 else f"the first {_COUNTS[self.oldest]}" if self.oldest else ""
        back = "the last but one" if self.last_but_one else "the one before" if self.before else ""
        return tuple(filter(None, [*(each.words for each in self.periods), oldest, newest, back]))

    def up_to(self, newest: date) -> "When":
        """The same for a library whose newest report is of that day.

        Years of time are counted back from it, and "by 2030", which no report can tell, is a year that none is from.
        """
        if self.past:
            first = date(newest.year - self.past, newest.month, min(newest.day, 28))
            return replace(self, periods=(Period(first, newest, (first.year, newest.year)),), past=0)
        if self.by and self.periods[0].last.year > newest.year:
            year = self.periods[0].last.year
            return replace(self, periods=(Period(date(year, 1, 1), date(year, 12, 31), (year,)),), by=False)
        return self


def select(reports: Sequence[Report], when: When) -> tuple[Report, ...]:
    """The reports that fall in the periods, and the newest and oldest of each council; all where no time is named."""
    if not when.periods and not when.newest and not when.oldest:
        return tuple(reports)
    within = [report for report in reports if any(_falls_in(report, period) for period in when.periods)]
    if when.by:
        within = [report for report in within if report in _of(within, report.council)[-1:]]
    return tuple(
        report
        for report in reports
        if report in within
        or (when.newest and report in _of(reports, report.council)[-when.newest :])
        or report in _of(reports, report.council)[: when.oldest]
    )


def order(reports: Sequence[Report]) -> list[Report]:
    """The reports from oldest to newest; those without a date first."""
    return sorted(reports, key=lambda report: (report.when or date.min, report.file))


def pin(report: Report) -> Period:
    """The time of one report, so that a question can be about that report and the next question too."""
    day = report.when or date.min
    return Period(report.inspected_from or day, day, (day.year,))


def _of(reports: Sequence[Report], council: str | None) -> list[Report]:
    return order([report for report in reports if report.council == council and report.when])


def _falls_in(report: Report, period: Period) -> bool:
    inspected = report.inspected_from or report.inspected_to
    ended = report.inspected_to or report.inspected_from
    appeared = report.published or (ended + _TO_PUBLICATION if ended else None)
    if appeared is None:
        return False
    # A report that gives no publication date may have appeared at any time in the three months after.
    first = inspected or appeared
    return first <= period.last and period.first <= appeared
