"""Views of what is tracked: by area, by owner, overdue, without evidence, with proposals to decide on; and counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.describe import AREA_NAMES, name_report
from assistant.improvements.tracked import Tracked

View = Literal["all", "overdue", "no evidence", "undecided", "no owner"]
Grouping = Literal["inspection", "area", "owner"]
NO_AREA = "no area named"
NO_OWNER = "nobody yet"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are, and how many of them each view shows."""

    all: int
    overdue: int
    no_evidence: int
    undecided: int
    no_owner: int
    done: int

    def of(self, view: View) -> int:
        """How many a view shows."""
        return {
            "all": self.all,
            "overdue": self.overdue,
            "no evidence": self.no_evidence,
            "undecided": self.undecided,
            "no owner": self.no_owner,
        }[view]


def is_overdue(tracked: Tracked, today: date) -> bool:
    """True for what was due before today and is not done."""
    return tracked.due is not None and tracked.due < today and tracked.action != "done"


def shows(view: View, tracked: Tracked, today: date) -> bool:
    """True if a view shows it."""
    match view:
        case "overdue":
            return is_overdue(tracked, today)
        case "no evidence":
            return not tracked.has_evidence
        case "undecided":
            return bool(tracked.undecided)
        case "no owner":
            return not tracked.owner
        case "all":
            return True


def choose(view: View, tracked: Sequence[Tracked], today: date, area: str = "", owner: str = "") -> list[Tracked]:
    """Those that a view shows, of an area's and an owner's name, "" meaning any."""
    return [
        each
        for each in tracked
        if shows(view, each, today) and area in ("", area_of(each)) and owner in ("", owner_of(each))
    ]


def count(tracked: Sequence[Tracked], today: date) -> Counts:
    """How many there are of each sort."""
    return Counts(
        all=len(tracked),
        overdue=len(choose("overdue", tracked, today)),
        no_evidence=len(choose("no evidence", tracked, today)),
        undecided=len(choose("undecided", tracked, today)),
        no_owner=len(choose("no owner", tracked, today)),
        done=sum(each.action == "done" for each in tracked),
    )


def grouped(tracked: Sequence[Tracked], by: Grouping) -> list[tuple[str, list[Tracked]]]:
    """Under headings: the inspections, the areas in the order in which we name them, or the owners by the alphabet.

    What names no area, and what nobody owns, comes last.
    """
    named = {"inspection": _inspection_of, "area": area_of, "owner": owner_of}[by]
    groups: dict[str, list[Tracked]] = {}
    for each in tracked:
        groups.setdefault(named(each), []).append(each)
    if by == "area":
        order = {name: at for at, name in enumerate(AREA_NAMES.values())}
        return sorted(groups.items(), key=lambda group: (group[0] == NO_AREA, order.get(group[0], len(order))))
    if by == "owner":
        return sorted(groups.items(), key=lambda group: (group[0] == NO_OWNER, group[0].casefold()))
    return list(groups.items())


def area_of(tracked: Tracked) -> str:
    """The name of the area that it belongs to."""
    area = tracked.improvement.area
    return AREA_NAMES.get(area, area.replace("_", " ")) if area else NO_AREA


def owner_of(tracked: Tracked) -> str:
    """Who sees to it."""
    return tracked.owner or NO_OWNER


def owners(tracked: Sequence[Tracked]) -> list[str]:
    """Everybody who owns one, by the alphabet."""
    return sorted({each.owner for each in tracked if each.owner}, key=str.casefold)


def areas(tracked: Sequence[Tracked]) -> list[str]:
    """The areas that there are, by name."""
    return [name for name, _group in grouped(tracked, "area")]


def _inspection_of(tracked: Tracked) -> str:
    return name_report(tracked.improvement.report)
