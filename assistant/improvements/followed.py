"""One inspection followed: all that it asked for with its evidence and what came later, and what its list left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.improvements.behind import behind
from assistant.improvements.clock import Deadline, find_deadline
from assistant.improvements.improvement import Improvement
from assistant.improvements.kept import Kept
from assistant.improvements.later import later
from assistant.improvements.listed import listed
from assistant.improvements.unlisted import unlisted
from assistant.search import Searcher
from corpus.report import Report


def _keep_quiet(_done: int, _of: int) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One inspection's Improvements, the criticisms that never reached its lists, and its clock.

    `deadline` is None where the report does not state when it was published.
    """

    report: Report
    improvements: tuple[Improvement, ...]
    unlisted: tuple[Improvement, ...]
    deadline: Deadline | None


def follow(report: Report, searcher: Searcher, tell: Callable[[int, int], None] = _keep_quiet) -> Followed:
    """All of an inspection's Improvements with what stands behind them and what later reports say.

    `tell` hears after each how many are done, of how many.
    """
    full = fill(listed(report, searcher.library), searcher, tell)
    return Followed(report, tuple(full), unlisted(report, searcher), find_deadline(report))


def fill(
    improvements: Sequence[Improvement], searcher: Searcher, tell: Callable[[int, int], None] = _keep_quiet
) -> list[Improvement]:
    """Improvements with what stands behind them and what later reports say: as kept, else found now and kept.

    `tell` hears as `follow` says.
    """
    reports = searcher.library.reports
    kept = Kept(searcher.library.engine, searcher.library.settings)
    known = kept.of(improvements, reports)
    for done, each in enumerate(improvements, start=1):
        if each.id not in known:
            known[each.id] = (behind(each, searcher), later(each, searcher))
            kept.put(each, reports, known[each.id])
        tell(done, len(improvements))
    return [replace(each, behind=known[each.id][0], later=known[each.id][1]) for each in improvements]
