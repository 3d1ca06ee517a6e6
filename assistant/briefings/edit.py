"""Changing a Briefing: each change gives a new one, and an id that is not in it changes nothing."""

from collections.abc import Callable
from dataclasses import replace

from assistant.briefings.briefing import Briefing, Item, Section


def add_item(briefing: Briefing, item: Item, section: str = "", at: int | None = None) -> Briefing:
    """The Briefing with an Item in a section (its id; the last one where "" or not there), before position `at`.

    Positions count from 0; None is the end. A Briefing without sections gets one.
    """
    sections = briefing.sections or (Section("Findings"),)
    chosen = section if any(each.id == section for each in sections) else sections[-1].id
    return replace(briefing, sections=tuple(_put(each, item, at) if each.id == chosen else each for each in sections))


def remove_item(briefing: Briefing, item: str) -> Briefing:
    """The Briefing without an Item."""
    return _each(briefing, lambda section: replace(section, items=tuple(i for i in section.items if i.id != item)))


def change_item(briefing: Briefing, item: Item) -> Briefing:
    """The Briefing with an Item in the place of the one of its id."""
    return _each(
        briefing, lambda section: replace(section, items=tuple(item if i.id == item.id else i for i in section.items))
    )


def move_item(briefing: Briefing, item: str, section: str, at: int | None = None) -> Briefing:
    """The Briefing with an Item moved to a section, before position `at` (from 0, without it; None: the end)."""
    moved = find_item(briefing, item)
    if moved is None or all(each.id != section for each in briefing.sections):
        return briefing
    return add_item(remove_item(briefing, item), moved, section, at)


def step_item(briefing: Briefing, item: str, by: int) -> Briefing:
    """The Briefing with an Item one place up (-1) or down (1); past the end of its section, into the next one."""
    place = place_of(briefing, item)
    if place is None:
        return briefing
    section, at = place
    if 0 <= at + by < len(briefing.sections[section].items):
        return move_item(briefing, item, briefing.sections[section].id, at + by)
    if 0 <= section + by < len(briefing.sections):
        return move_item(briefing, item, briefing.sections[section + by].id, 0 if by > 0 else None)
    return briefing


def place_of(briefing: Briefing, item: str) -> tuple[int, int] | None:
    """Where an Item stands: the positions of its section and of itself in it, both from 0; None without it."""
    for at_section, section in enumerate(briefing.sections):
        for at, each in enumerate(section.items):
            if each.id == item:
                return at_section, at
    return None


def find_item(briefing: Briefing, item: str) -> Item | None:
    """The Item of an id."""
    return next((each for each in briefing.items if each.id == item), None)


def add_section(briefing: Briefing, section: Section, at: int | None = None) -> Briefing:
    """The Briefing with a section more, before position `at` (from 0; None: the end)."""
    sections = list(briefing.sections)
    sections.insert(len(sections) if at is None else at, section)
    return replace(briefing, sections=tuple(sections))


def rename_section(briefing: Briefing, section: str, title: str) -> Briefing:
    """The Briefing with another title above a section."""
    return _each(briefing, lambda each: replace(each, title=title) if each.id == section else each)


def move_section(briefing: Briefing, section: str, by: int) -> Briefing:
    """The Briefing with a section moved up (-1) or down (1)."""
    at = next((at for at, each in enumerate(briefing.sections) if each.id == section), None)
    if at is None or not 0 <= at + by < len(briefing.sections):
        return briefing
    rest = remove_section(briefing, section)
    return add_section(rest, briefing.sections[at], at + by)


def remove_section(briefing: Briefing, section: str) -> Briefing:
    """The Briefing without a section and its Items."""
    return replace(briefing, sections=tuple(each for each in briefing.sections if each.id != section))


def _put(section: Section, item: Item, at: int | None) -> Section:
    items = list(section.items)
    items.insert(len(items) if at is None else at, item)
    return replace(section, items=tuple(items))


def _each(briefing: Briefing, change: Callable[[Section], Section]) -> Briefing:
    return replace(briefing, sections=tuple(map(change, briefing.sections)))
