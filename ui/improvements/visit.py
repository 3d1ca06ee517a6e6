"""Following: what is being done on the page of improvements in one visit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.improvements.improvement import Improvement
from assistant.improvements.matching import held_by
from assistant.improvements.tracked import Conflict, Tracked
from assistant.improvements.tracker import Tracker
from assistant.improvements.views import View
from corpus.library import Library
from corpus.report import Report
from ui.improvements.finding import Finder, Found
from ui.source.visiting import Visiting

CLOCKED = ("ILACS", "SIF")
"""Inspections of all of children's services, after which the law asks for a written statement of action."""
Place = Literal["top", "name", "clock", "later", "plan", "evidence", "import"]
"""Where on the page something is asked for, and told once it is done; of later reports, "later:" and which."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a visit works with: the library, what is kept, and what looks for the rest."""

    library: Library
    tracker: Tracker
    finder: Finder


@dataclass(slots=True)
class Following(Visiting):
    """What one person looks at and does on the page of improvements.

    `council` is whose improvements, `report_id` of which report ("" for all), `key` the one that is open. `pressed` are
    buttons not yet heeded. `version` is that of the open one when its form was first drawn, `shown` when it was last.
    `conflicts` are changes to be settled, at the place `settles`. At `place` stands what was `done` last, which was
    `heard` so, what was `wrong` with it, and what an import could not heed (`told`); or a name `is_asked` for, and then
    `waiting` is done. `batch` and `edition` count files taken and forms sent, so that the next ones are empty;
    `emptied` is a field that is to be. `wanted` is the inspection that the page's address names, and `seen` what it
    said last.
    """

    council: str = ""
    report_id: str = ""
    view: View = "all"
    key: str = ""
    pressed: list[str] = field(default_factory=list)
    version: int | None = None
    shown: int = 0
    conflicts: tuple[Conflict, ...] = ()
    settles: str = ""
    place: str = "top"
    told: tuple[str, ...] = ()
    done: str = ""
    heard: str = ""
    wrong: str = ""
    is_asked: bool = False
    waiting: Callable[[], None] | None = None
    batch: int = 0
    edition: int = 0
    emptied: str = ""
    wanted: str = ""
    seen: tuple[str, str, str] = ("", "", "")

    def begin(self, place: str) -> None:
        """Begin with something at a place: what was told before, and what waited, is over."""
        self.place, self.told, self.done, self.wrong = place, (), "", ""
        self.waiting, self.is_asked = None, False

    def finish(self, sentence: str) -> None:
        """Say what was done; twice the same is heard twice, as it differs by a blank at its end."""
        self.say = f"{sentence}\u00a0" if self.heard == sentence else sentence
        self.done, self.heard = sentence, self.say

    def refuse(self, sentence: str) -> None:
        """Say why something was not done."""
        self.wrong, self.done, self.say = sentence, "", sentence

    def open(self, tracked: Tracked) -> None:
        """Open an improvement."""
        self.begin("top")
        self.key, self.version, self.source = tracked.key, tracked.version, None
        self.conflicts = ()
        self.edition += 1
        self.bring("#one")

    def leave(self) -> None:
        """Go back to the list, to the improvement that was open."""
        self.begin("top")
        self.bring(f'[data-press="open:{self.key}"]')
        self.key, self.source, self.conflicts = "", None, ()


def followed(office: Office, council: str, found: Found, key: str = "") -> list[Tracked]:
    """All that is tracked of a council, the newest report first, with what was found of it.

    Criticisms in the body stand there if somebody has added something to them, or if they are open (`key`).
    """
    tracked = office.tracker.tracked(council, found.improvements(), held_by(office.library))
    known = {each.key for each in tracked}
    criticisms = [each for found_ in found.unlisted.values() for each in found_ if each.id == key and key not in known]
    everything = [*tracked, *(Tracked(each.id, each) for each in criticisms)]
    return [_filled(each, office, found, council) for each in everything]


def look_again(office: Office, here: Following) -> Tracked | None:
    """Take what stands now of the open improvement as what its form begins with, and return it, if one is open."""
    found = office.finder.found(here.council)
    tracked = followed(office, here.council, found, here.key) if here.key else []
    now = next((each for each in tracked if each.key == here.key), None)
    here.version = now.version if now else 0
    return now


def first_shown(found: Found) -> Report | None:
    """The report with a list that is shown first: the newest on all of children's services; None where none has one."""
    with_list = [report for report in reversed(found.reports) if found.asked[report.id]]
    return next((report for report in with_list if report.kind in CLOCKED), next(iter(with_list), None))


def of_report(tracked: Sequence[Tracked], report_id: str) -> list[Tracked]:
    """Those of one report, "" for all; what the library no longer holds stands with all and with none."""
    return [each for each in tracked if report_id in ("", each.improvement.report.id)]


def _filled(tracked: Tracked, office: Office, found: Found, council: str) -> Tracked:
    """The same with what was found of it: what stands in no list is looked for as well."""
    improvement: Improvement = tracked.improvement
    if not tracked.is_held or improvement.list_kind is not None:
        return tracked
    office.finder.want(council, improvement)
    return Tracked(tracked.key, found.filled(improvement), changes=tracked.changes)
