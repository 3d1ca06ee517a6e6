"""Following: what is being done on the page of improvements in one visit."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.improvements.improvement import Improvement
from assistant.improvements.matching import held_by
from assistant.improvements.tracked import Conflict, Tracked
from assistant.improvements.tracker import Tracker
from assistant.improvements.views import View
from corpus.library import Library
from ui.improvements.finding import Finder, Found
from ui.source.visiting import Visiting


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
    `conflicts` are changes to be settled, `told` what an import could not heed, `done` what was done last, `wrong` why
    something was not. `batch` and `edition` count files taken and forms sent, so that the next ones are empty.
    """

    council: str = ""
    report_id: str = ""
    view: View = "all"
    key: str = ""
    pressed: list[str] = field(default_factory=list)
    version: int | None = None
    shown: int = 0
    conflicts: tuple[Conflict, ...] = ()
    told: tuple[str, ...] = ()
    done: str = ""
    wrong: str = ""
    batch: int = 0
    edition: int = 0
    seen: tuple[str, str] = ("", "")

    def refuse(self, sentence: str) -> None:
        """Say why something was not done, where the reader sees it."""
        self.wrong, self.done = sentence, ""
        self.bring("#improve-wrong")

    def open(self, tracked: Tracked) -> None:
        """Open an improvement."""
        self.key, self.version, self.source = tracked.key, tracked.version, None
        self.edition += 1
        self.bring("#one")

    def leave(self) -> None:
        """Go back to the list, to the improvement that was open."""
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


def look_again(office: Office, here: Following) -> None:
    """Take what stands now of the open improvement as what its form begins with."""
    if here.key:
        found = office.finder.found(here.council)
        tracked = (each for each in followed(office, here.council, found, here.key) if each.key == here.key)
        here.version = next((each.version for each in tracked), 0)


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
