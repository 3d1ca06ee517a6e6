"""What the buttons below an answer do that lead on: into a briefing, to its improvements, to a comparison."""

from collections.abc import Callable

from assistant.briefings.briefing import Item, answer_item, quote_item
from ui.ask import onward
from ui.ask.desk import Desk
from ui.ask.visit import Visit
from ui.briefings.adding import begin, put


def _brief(desk: Desk, visit: Visit, place: str) -> None:
    """Add to the briefing of this visit; where there is none, have the reader choose one."""
    _into(desk, visit, f"{place}:{desk.adding.current}")


def _into(desk: Desk, visit: Visit, rest: str) -> None:
    place, _colon, id_ = rest.partition(":")
    told = put(_item(visit, place), id_, desk.owner, desk.briefings) if id_ else None
    if told is None:
        _choose(desk, visit, place)
    else:
        _tell_added(desk, visit, place, id_, told)


def _into_new(desk: Desk, visit: Visit, rest: str) -> None:
    place, _colon, title = rest.partition(":")
    id_, told = begin(_item(visit, place), title, desk.owner, desk.briefings)
    _tell_added(desk, visit, place, id_, told)


def _item(visit: Visit, place: str) -> Item:
    """What is to be added: the answer at a position, or the paragraph in view of the open source."""
    if place != "source":
        return answer_item(visit.conversation.turns[int(place)].answer)
    if visit.source is None:
        raise ValueError(place)
    return quote_item(visit.source.paragraph, visit.source.citation.report)


def _tell_added(desk: Desk, visit: Visit, place: str, id_: str, told: str) -> None:
    desk.adding.choose("")
    desk.adding.current, desk.adding.told_at, desk.adding.told = id_, place, told
    visit.say = told
    visit.bring(f'[data-press="brief:{place}"]')


def _choose(desk: Desk, visit: Visit, place: str) -> None:
    desk.adding.choose(place)
    visit.bring(f"#new-{place}")


def _unchoose(desk: Desk, visit: Visit, place: str) -> None:
    desk.adding.shut()
    visit.bring(f'[data-press="brief:{place}"]')


def _briefing(desk: Desk, visit: Visit, _rest: str) -> None:
    visit.leaving = ("briefings", {"b": desk.adding.current})


def _follow(_desk: Desk, visit: Visit, rest: str) -> None:
    visit.leaving = onward.improvements(visit.conversation.turns[int(rest)].answer)


def _compare(_desk: Desk, visit: Visit, rest: str) -> None:
    visit.leaving = onward.comparison(visit.conversation.turns[int(rest)].answer)


ACTS: dict[str, Callable[[Desk, Visit, str], None]] = {
    "brief": _brief,
    "into": _into,
    "into-new": _into_new,
    "choose": _choose,
    "unchoose": _unchoose,
    "briefing": _briefing,
    "follow": _follow,
    "compare": _compare,
}
"""By what is pressed; a place follows: the position of an answer, or "source"."""
