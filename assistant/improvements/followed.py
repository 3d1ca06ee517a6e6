"""One inspection followed: all that it asked for with its evidence and what came later, and what its list left out."""

from dataclasses import dataclass, replace

from assistant.improvements.behind import behind
from assistant.improvements.clock import Deadline, find_deadline
from assistant.improvements.improvement import Improvement
from assistant.improvements.later import later
from assistant.improvements.listed import listed
from assistant.improvements.unlisted import unlisted
from assistant.search import Searcher
from corpus.report import Report


@dataclass(frozen=True, slots=True)
class Followed:
    """One inspection's Improvements, the criticisms that never reached its lists, and its clock.

    `deadline` is None where the report does not state when it was published.
    """

    report: Report
    improvements: tuple[Improvement, ...]
    unlisted: tuple[Improvement, ...]
    deadline: Deadline | None


def follow(report: Report, searcher: Searcher) -> Followed:
    """All of an inspection's Improvements with what stands behind them and what later reports say."""
    asked = listed(report, searcher.library)
    full = tuple(replace(each, behind=behind(each, searcher), later=later(each, searcher)) for each in asked)
    return Followed(report, full, unlisted(report, searcher), find_deadline(report))
