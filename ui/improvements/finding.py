"""What stands behind improvements and what later reports say of them, looked for in the background, a piece at a time.

Each piece takes a turn in the line of questions, so that whoever asks meanwhile waits for one piece at most.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.improvements.behind import behind
from assistant.improvements.enquiry import Line as Enquiry
from assistant.improvements.enquiry import lines_of_enquiry
from assistant.improvements.improvement import Behind, Improvement, Later
from assistant.improvements.kept import Kept
from assistant.improvements.later import later
from assistant.improvements.listed import listed
from assistant.improvements.unlisted import unlisted
from assistant.periods import order
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.report import Report
from ui.page.line import Line

_UNFORESEEN = "What later reports say could not be looked for: something went wrong that was not foreseen."

Piece = Callable[[], None]


@dataclass(slots=True)
class Found:
    """What was found of a council so far. A thread fills it, the page reads it.

    `reports` are the council's, oldest first, as they were when it was begun; `asked` is what each asks for, by its
    id; `behind` and `later` are by an Improvement's id, `unlisted` by a report's. `extra` are Improvements that
    stand in no list. `first` is the id of the report that is followed before all others, "" for the newest. `left`
    counts the pieces to come and `done` those that were done.
    """

    reports: tuple[Report, ...]
    asked: dict[str, tuple[Improvement, ...]]
    behind: dict[str, tuple[Behind, ...]] = field(default_factory=dict)
    later: dict[str, tuple[Later, ...]] = field(default_factory=dict)
    unlisted: dict[str, tuple[Improvement, ...]] = field(default_factory=dict)
    enquiries: tuple[Enquiry, ...] | None = None
    extra: dict[str, Improvement] = field(default_factory=dict)
    first: str = ""
    left: int = 0
    done: int = 0
    problem: str = ""

    def improvements(self, report_id: str = "") -> list[Improvement]:
        """What a report asks for, or all reports, the newest first, with what was found of it."""
        wanted = [report for report in reversed(self.reports) if report_id in ("", report.id)]
        return [self.filled(each) for report in wanted for each in self.asked[report.id]]

    def filled(self, improvement: Improvement) -> Improvement:
        """The Improvement with what was found of it."""
        id_ = improvement.id
        return replace(improvement, behind=self.behind.get(id_, ()), later=self.later.get(id_, ()))

    def is_found(self, improvement: Improvement) -> bool:
        """True once nothing more is looked for of it."""
        return improvement.id in self.later


class Finder:
    """Looks for it, once for all visits; what was found is kept until the council's reports change."""

    def __init__(self, searcher: Searcher, line: Line) -> None:
        self._searcher, self._line = searcher, line
        self._kept = Kept(searcher.library.engine, searcher.library.settings)
        self._found: dict[str, Found] = {}
        self._wanted: list[str] = []  # councils, the one that was asked for last at the end
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def found(self, council: str, first: str = "") -> Found:
        """What was found of a council until now; the rest is being looked for, a report of an id `first`."""
        library = self._searcher.library
        reports = tuple(order([report for report in library.reports if report.council == council]))
        ids = [report.id for report in reports]
        with self._lock:
            found = self._found.get(council)
            if found is None or [report.id for report in found.reports] != ids:
                found = Found(reports, {report.id: listed(report, library) for report in reports})
                self._take_all(council, found)
                found.left = sum(1 for _piece in self._pieces(council, found))
                self._found[council] = found
            found.first = first or found.first
            if found.left and not found.problem and council not in self._wanted[-1:]:
                self._wanted = [other for other in self._wanted if other != council] + [council]
            if self._wanted and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        return found

    def want(self, council: str, improvement: Improvement) -> None:
        """Look for what stands behind an Improvement that stands in no list, too."""
        found = self.found(council)
        with self._lock:
            if improvement.id in found.extra or found.is_found(improvement):
                return
            self._take(found, [improvement])
            if found.is_found(improvement):
                return
            found.extra[improvement.id] = improvement
            found.left += 1
        self.found(council)

    def _work(self) -> None:
        """Do the pieces of whichever council is wanted most, until nothing is left."""
        while True:
            with self._lock:
                council = self._wanted[-1] if self._wanted else ""
                found = self._found.get(council)
                piece = next(self._pieces(council, found), None) if found and not found.problem else None
                if piece is None:
                    self._wanted = self._wanted[:-1]
                    if not self._wanted:
                        self._thread = None
                        return
                    continue
            assert found is not None
            self._do(piece, found)

    def _do(self, piece: Piece, found: Found) -> None:
        try:
            with self._line.wait(lambda _ahead: None):
                piece()
            found.done += 1
            found.left -= 1
        except InspectionError as error:
            found.problem = str(error)
        except Exception:
            logging.getLogger(__name__).exception("What later reports say could not be looked for.")
            found.problem = _UNFORESEEN

    def _pieces(self, council: str, found: Found) -> Iterator[Piece]:
        """What is still to be done for a council, the newest report's improvements first."""
        told: set[str] = set()
        chosen = found.improvements(found.first) if found.first else []
        for improvement in (*found.extra.values(), *chosen, *found.improvements()):
            if not found.is_found(improvement) and improvement.id not in told:
                told.add(improvement.id)
                yield partial(self._follow, improvement, found)
        for report in reversed(found.reports):
            if found.asked[report.id] and report.id not in found.unlisted:
                yield partial(self._criticise, report, found)
        if found.enquiries is None:
            yield partial(self._enquire, council, found)

    def _follow(self, improvement: Improvement, found: Found) -> None:
        told = (behind(improvement, self._searcher), later(improvement, self._searcher))
        self._kept.put(improvement, found.reports, told)
        found.behind[improvement.id], found.later[improvement.id] = told

    def _take_all(self, council: str, found: Found) -> None:
        """Take all that an earlier visit found of a council."""
        self._take(found, found.improvements())
        found.enquiries = self._kept.enquiries(council, found.reports)
        for report in found.reports:
            if found.asked[report.id] and (kept := self._kept.unlisted(report)) is not None:
                found.unlisted[report.id] = kept

    def _take(self, found: Found, improvements: Sequence[Improvement]) -> None:
        """Take what an earlier visit found."""
        for id_, (behind_, later_) in self._kept.of(improvements, found.reports).items():
            found.behind[id_], found.later[id_] = behind_, later_

    def _criticise(self, report: Report, found: Found) -> None:
        found.unlisted[report.id] = unlisted(report, self._searcher)
        self._kept.put_unlisted(report, found.unlisted[report.id])

    def _enquire(self, council: str, found: Found) -> None:
        found.enquiries = lines_of_enquiry(council, self._searcher)
        self._kept.put_enquiries(council, found.reports, found.enquiries)
