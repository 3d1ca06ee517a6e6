"""Changing a briefing and keeping it: things moved, taken out and put back."""

from collections.abc import Callable
from dataclasses import replace

from assistant.briefings import edit
from assistant.briefings.briefing import Briefing, Section
from assistant.briefings.numbering import number_briefing
from assistant.briefings.store import ChangedElsewhere
from ui.briefings.bench import Bench, Removed, Workshop
from ui.briefings.item import menu_of, name

Act = Callable[[Workshop, Bench, str], None]
"""What a button does, given the rest of what was pressed. Raises ValueError, KeyError or StopIteration for what is no
longer there."""
_ELSEWHERE = (
    "This briefing was changed elsewhere meanwhile, in another tab or window. You see it as it is now. Your last "
    "change was not made: make it again if you still want it."
)


def change(shop: Workshop, bench: Bench, briefing: Briefing, *, words: str = "") -> bool:
    """Keep the briefing as it is now, and say whether that was done; else why not, with the `words` written for it."""
    if bench.kept is None or briefing == bench.briefing:
        return bench.kept is not None
    try:
        version = shop.briefings.save(bench.id, shop.owner, briefing, bench.kept.version)
    except ChangedElsewhere:
        bench.kept, bench.form, bench.saved = shop.briefings.get(bench.id), None, False
        bench.notice, bench.words, bench.say, bench.done = _ELSEWHERE, words, _ELSEWHERE, ""
        bench.bring("#briefing-notice")
        return False
    bench.kept = replace(bench.kept, briefing=briefing, version=version)
    bench.saved, bench.removed, bench.done = True, None, ""
    return True


def section_of(bench: Bench, id_: str) -> tuple[int, Section]:
    """A section and its position, by its id. Raises StopIteration where there is none."""
    return next((at, each) for at, each in enumerate(bench.briefing.sections) if each.id == id_)


def step_item(by: int) -> Act:
    """Move an item one place; past the end of its section into the next one."""

    def step(shop: Workshop, bench: Bench, item: str) -> None:
        if change(shop, bench, edit.step_item(bench.briefing, item, by)):
            _tell_place(bench, item)
            bench.stepped = item

    return step


def to_section(shop: Workshop, bench: Bench, rest: str) -> None:
    """Move an item to the end of another section."""
    item, section = rest.split(":")
    if change(shop, bench, edit.move_item(bench.briefing, item, section)):
        _tell_place(bench, item)
        bench.bring(menu_of(item))


def dropped(shop: Workshop, bench: Bench, rest: str) -> None:
    """Move an item to where it was dragged."""
    item, section, at = rest.split(":")
    if change(shop, bench, edit.move_item(bench.briefing, item, section, int(at))):
        _tell_place(bench, item)


def _tell_place(bench: Bench, item: str) -> None:
    place = edit.place_of(bench.briefing, item)
    if place is None:
        raise ValueError(item)
    section = bench.briefing.sections[place[0]]
    bench.say = f"Moved: {place[1] + 1} of {len(section.items)} in “{section.title}”."
    bench.moved, bench.moves = f"item-{item}", bench.moves + 1


def remove(shop: Workshop, bench: Bench, item: str) -> None:
    """Take an item out."""
    place, found = edit.place_of(bench.briefing, item), edit.find_item(bench.briefing, item)
    if place is None or found is None:
        raise ValueError(item)
    called = name(found, number_briefing(bench.briefing).claims.get(item, ()))
    section = bench.briefing.sections[place[0]].id
    if change(shop, bench, edit.remove_item(bench.briefing, item)):
        _tell_removed(bench, Removed(found, place[1], section), called)


def cut(shop: Workshop, bench: Bench, rest: str) -> None:
    """Leave one sentence of an item out, by its position from 0; the last one goes with its item."""
    item, at = rest.split(":")
    found = edit.find_item(bench.briefing, item)
    if found is None:
        raise ValueError(item)
    drafts = tuple(draft for place, draft in enumerate(found.drafts) if place != int(at))
    if not drafts and not found.text.strip():
        remove(shop, bench, item)
        return
    used = {paragraph.report_id for draft in drafts for paragraph in (*draft.paragraphs, *draft.also)}
    reports = tuple(report for report in found.reports if report.id in used)
    if change(shop, bench, edit.change_item(bench.briefing, replace(found, drafts=drafts, reports=reports))):
        _tell_removed(bench, Removed(found, 0), "a sentence")


def remove_section(shop: Workshop, bench: Bench, section: str) -> None:
    """Take a section out, with what is in it."""
    at, found = section_of(bench, section)
    if change(shop, bench, edit.remove_section(bench.briefing, section)):
        _tell_removed(bench, Removed(found, at), f"the section “{found.title}”")


def _tell_removed(bench: Bench, removed: Removed, called: str) -> None:
    bench.removed = removed
    bench.done = bench.say = f"Removed: {called}."
    bench.bring('[data-press="undo"]')


def undo(shop: Workshop, bench: Bench, _rest: str) -> None:
    """Put back what was removed last."""
    removed = bench.removed
    if removed is None:
        raise ValueError
    if isinstance(removed.what, Section):
        changed = edit.add_section(bench.briefing, removed.what, removed.at)
    elif edit.find_item(bench.briefing, removed.what.id):  # of which only a sentence was left out
        changed = edit.change_item(bench.briefing, removed.what)
    else:
        changed = edit.add_item(bench.briefing, removed.what, removed.section, removed.at)
    if change(shop, bench, changed):
        bench.say = "Put back."
        bench.bring(menu_of(removed.what.id))


def step_section(by: int) -> Act:
    """Move a section one place."""

    def step(shop: Workshop, bench: Bench, id_: str) -> None:
        if change(shop, bench, edit.move_section(bench.briefing, id_, by)):
            at, section = section_of(bench, id_)
            bench.say = f"Moved: section {at + 1} of {len(bench.briefing.sections)}, “{section.title}”."
            bench.moved, bench.moves, bench.stepped = f"title-{id_}", bench.moves + 1, id_

    return step


def names(shop: Workshop, bench: Bench, _rest: str) -> None:
    """Leave the names of people out, or keep them."""
    kept = not bench.briefing.keeps_names
    if change(shop, bench, replace(bench.briefing, keeps_names=kept)):
        bench.say = "Names stand as the reports print them." if kept else "Names are left out."
        bench.source = None
