"""One thing in a briefing as HTML: what it says, and what can be done with it."""

from collections.abc import Sequence

from assistant.briefings.briefing import Item, ItemKind, Section
from assistant.citations import Claim
from ui.briefings.words import WRITTEN, Shelf, words
from ui.page.buttons import button
from ui.page.escape import text

KINDS: dict[ItemKind, str] = {
    "key message": "Key message",
    "quote": "Quote",
    "answer": "Answer",
    "contrast": "Elsewhere",
    "grades": "Grades",
    "question": "To discuss",
    "term": "Term",
    "note": "Note",
}
"""What each kind is called on the page."""
_NAMED_IN = 60  # characters that name an item where a button is about it


def name(item: Item, claims: Sequence[Claim]) -> str:
    """An item and its sentences in a few words: its kind and how it begins."""
    begins = " ".join((item.text or (claims[0].text if claims else "")).split())
    if len(begins) > _NAMED_IN:
        begins = f"{begins[:_NAMED_IN].rsplit(' ', 1)[0]} …"
    return f"{KINDS[item.kind]} “{begins}”" if begins else KINDS[item.kind]


def html(item: Item, section: Section, shelf: Shelf) -> str:
    """An item of a section."""
    grip = (
        f'<span class="grip" draggable="true" data-grip="{text(item.id)}" aria-hidden="true" '
        'title="Drag to another place">⠿</span>'
        if shelf.changes
        else ""
    )
    tools = _tools(item, section, shelf) if shelf.changes else ""
    alike = item.kind != "answer" and all(each.kind == item.kind for each in section.items if each.drafts)
    return (
        f'<li class="item item-{item.kind.replace(" ", "-")}" id="item-{text(item.id)}" data-item="{text(item.id)}" '
        f'tabindex="-1">{grip}<div class="matter"><p class="{"unseen" if alike else "what"}">{_kind(item)}</p>'
        f"{words(item, shelf)}</div>{tools}</li>"
    )


def _kind(item: Item) -> str:
    """What an item is called; an answer that a template gave has no question of its own, or no sentence either."""
    if item.kind != "answer" or item.text:
        return KINDS[item.kind]
    return "From the reports" if item.drafts else "About the search"


def _tools(item: Item, section: Section, shelf: Shelf) -> str:
    """What can be done with an item; one at an end of the briefing keeps both ways, so that the focus is not lost."""
    called = name(item, shelf.claims.get(item.id, ()))
    items = shelf.briefing.items
    edges = (items[0].id if items else "", items[-1].id if items else "")
    first, last = shelf.briefing.sections[0].id, shelf.briefing.sections[-1].id
    up = item.id != edges[0] or section.id != first
    down = item.id != edges[1] or section.id != last
    changes = item.kind in WRITTEN or len(item.drafts) > 1
    below = next((at for at, each in enumerate(section.items, start=1) if each.id == item.id), 0)
    others = "".join(
        button(f"to:{item.id}:{each.id}", f"Move to “{each.title}”")
        for each in shelf.briefing.sections
        if each.id != section.id
    )
    return menu(
        item.id,
        called,
        button(f"up:{item.id}", "Move up", f"Move up: {called}", usable=up)
        + button(f"down:{item.id}", "Move down", f"Move down: {called}", usable=down)
        + (button(f"edit:{item.id}", "Edit", f"Edit: {called}") if changes else "")
        + button(f"remove:{item.id}", "Remove", f"Remove: {called}")
        + adding(section.id, below, " below")
        + others,
        is_open=shelf.stepped == item.id,
    )


def menu(id_: str, called: str, choices: str, *, is_open: bool) -> str:
    """The menu of what can be done with a thing of an id, that is `called` so."""
    opened = " open" if is_open else ""
    return (
        f'<details class="menu change" id="change-{text(id_)}"{opened}>'
        f'<summary aria-label="Change: {text(called)}">Change</summary><div class="choices">{choices}</div></details>'
    )


def menu_of(id_: str) -> str:
    """The CSS selector of that menu's button."""
    return f"#change-{id_} > summary"


def adding(section: str, at: int, where: str = "") -> str:
    """The buttons that put something into a section (its id) at a position from 0; `where` ends their words."""
    return (
        button(f"note:{section}:{at}", f"Add a note{where}")
        + button(f"question:{section}:{at}", f"Add a question to discuss{where}")
        + button(f"ask:{section}:{at}", f"Ask the reports, answer{where}" if where else "Ask the reports")
    )
