"""A briefing as HTML: its head, its sections with their items, its sources and what to know of them."""

from collections.abc import Sequence

from assistant.briefings.briefing import Briefing, Section
from assistant.briefings.export import FORMATS
from assistant.citations import Citation
from assistant.paper import source
from ui.briefings.forms import Form, asking, details, editing, retitle
from ui.briefings.item import adding, menu
from ui.briefings.item import html as item_html
from ui.briefings.words import Shelf
from ui.page.buttons import button
from ui.page.escape import isolated, text

_CARE = "Check the source before you rely on it."
_BEGINNING = 60  # characters of a paragraph beside its label: a line together with it
_SAVE = (
    '<details id="save" class="menu"><summary class="plain">Save or share</summary><div class="choices">'
    + "".join(button(ending, f"Save as {kept.name}") for ending, kept in FORMATS.items())
    + '<button type="button" class="plain" data-copy-address>Copy the link</button>'
    "<p>The link opens this briefing for everybody who can open this chat. They can read and copy it, not change it."
    "</p></div></details>"
)


def head(briefing: Briefing, form: Form | None, *, changes: bool) -> str:
    """The title, for whom and what for, and what can be done with the whole.

    While those are being written, the title stays as it was: nothing is drawn anew under the reader's hands.
    """
    edits = form.words if form and form.kind == "details" else None
    tools = button("list", "All briefings") + (button("details", "Edit title, audience and purpose") if changes else "")
    return (
        f'<header class="head briefing-head"><h1 id="briefing-title" tabindex="-1">'
        f"{isolated(edits[0] if edits else briefing.title)}</h1>{details(edits) if edits else _about(briefing)}"
        f'<div class="actions">{tools}{_SAVE}</div></header>'
    )


def saved() -> str:
    """That the last change was kept."""
    return '<p class="saved"><span aria-hidden="true">✓</span> Saved</p>'


def somebody_elses() -> str:
    """What is said above a briefing that somebody else made."""
    return (
        '<div class="notice"><p>Somebody else made this briefing. You can read it, open its sources and save it.</p>'
        f'<div class="actions">{button("copy", "Make my own copy")}</div></div>'
    )


def missing() -> str:
    """What is said where there is no briefing."""
    return (
        '<header class="head"><h1>There is no such briefing</h1><p class="lead">It was deleted, or the address is not '
        f'complete.</p><div class="actions">{button("list", "All briefings")}</div></header>'
    )


def told(sentence: str, *, undo: bool) -> str:
    """What was done last, and a way back from it."""
    back = f" {button('undo', 'Put it back')}" if undo else ""
    return f'<div class="done" id="briefing-done" tabindex="-1"><p>{text(sentence)}</p>{back}</div>'


def unsaved(sentence: str, words: str) -> str:
    """That a change was not made, with the words that were written, so that they are not lost."""
    copied = (
        f'<p>Your words, which were not saved:</p><blockquote class="own">{isolated(words)}</blockquote>'
        f'<button type="button" class="plain" data-copy="{text(words)}">Copy my words</button>'
        if words.strip()
        else ""
    )
    return f'<div class="notice" id="briefing-notice" tabindex="-1"><p>{text(sentence)}</p>{copied}</div>'


def warnings(sentences: Sequence[str]) -> str:
    """What has become of the reports since."""
    if not sentences:
        return ""
    rows = "".join(f"<li>{text(sentence)}</li>" for sentence in sentences)
    return (
        '<section class="warnings" aria-labelledby="since"><h2 id="since">What has changed since</h2>'
        f"<ul>{rows}</ul></section>"
    )


def body(shelf: Shelf, form: Form | None, busy: tuple[str, str] = ("", "")) -> str:
    """The sections in their order; `busy` is the one into which an answer is being made (its id), and what is told."""
    sections = shelf.briefing.sections
    drawn = "".join(_section(section, at, shelf, form, busy) for at, section in enumerate(sections))
    if shelf.changes:
        drawn += f'<div class="actions">{button("section-add", "Add a section")}</div>'
    elif not shelf.briefing.items:
        drawn += '<p class="quiet">There is nothing in this briefing yet.</p>'
    return f'<div class="briefing">{drawn}</div>'


def sources(citations: Sequence[Citation], opened: str) -> str:
    """The sources in the order of their numbers."""
    if not citations:
        return ""
    rows = "".join(_source(citation, opened) for citation in citations)
    return (
        '<section class="briefing-sources" aria-labelledby="briefing-sources"><h2 id="briefing-sources">Sources</h2>'
        f'<ol class="sources">{rows}</ol></section>'
    )


def foot(briefing: Briefing, licences: Sequence[str], *, changes: bool) -> str:
    """What was searched, on what terms the reports are, and whether people's names are in it."""
    said = [f'<p class="searched">{text(briefing.coverage)}</p>'] if briefing.coverage else []
    said += [f"<p>{text(licence)}</p>" for licence in licences]
    if briefing.reports:
        kept = briefing.keeps_names
        names = (
            "stand in it as the reports print them"
            if kept
            else "that the reports print are left out where we find them"
        )
        said.append(
            f"<p>Names of people {names}."
            + (f" {button('names', 'Leave names out' if kept else 'Keep the names')}" if changes else "")
            + "</p>"
        )
    return f'<div class="briefing-foot quiet">{"".join(said)}<p>{_CARE}</p></div>'


def _about(briefing: Briefing) -> str:
    parts = (("For", briefing.audience), ("Purpose", briefing.purpose))
    rows = "".join(f"<div><dt>{name}</dt><dd>{isolated(words)}</dd></div>" for name, words in parts if words.strip())
    return f"<dl>{rows}</dl>" if rows else ""


def _section(section: Section, at: int, shelf: Shelf, form: Form | None, busy: tuple[str, str]) -> str:
    renames = form is not None and form.kind == "section" and form.id == section.id
    title = retitle(section) if renames else f'<h2 id="title-{text(section.id)}">{isolated(section.title)}</h2>'
    items = "".join(
        editing(item, form.words[0], shelf.claims.get(item.id, ()))
        if form and form.kind == "item" and form.id == item.id
        else item_html(item, section, shelf)
        for item in section.items
    )
    asked = asking(shelf.disclosed) if form and form.kind == "ask" and form.section == section.id else ""
    if busy[0] == section.id:
        asked = (
            f'<p class="busy"><span class="dot" aria-hidden="true"></span>{text(busy[1])}</p>'
            f'<div class="actions">{button("stop", "Stop answering")}</div>'
        )
    empty = "" if section.items or asked else '<p class="quiet empty">Nothing here yet.</p>'
    tools = _tools(section, at, shelf) if shelf.changes and not renames else ""
    below = (
        f'<div class="actions add">{adding(section.id, len(section.items))}</div>'
        if shelf.changes and not asked
        else ""
    )
    return (
        f'<section class="part" data-section="{text(section.id)}" aria-label="{text(section.title)}">'
        f'<div class="bar">{title}{tools}</div><ol class="items">{items}</ol>{empty}{asked}{below}</section>'
    )


def _tools(section: Section, at: int, shelf: Shelf) -> str:
    """What can be done with a section."""
    id_, called, last = section.id, f"section “{section.title}”", len(shelf.briefing.sections) - 1
    return menu(
        id_,
        called,
        button(f"section-up:{id_}", "Move up", f"Move up: {called}", usable=at > 0)
        + button(f"section-down:{id_}", "Move down", f"Move down: {called}", usable=at < last)
        + button(f"section-edit:{id_}", "Rename", f"Rename: {called}")
        + button(f"section-remove:{id_}", "Remove", f"Remove: {called}"),
        is_open=shelf.stepped == id_,
    )


def _source(citation: Citation, opened: str) -> str:
    press = f"source:{citation.number}:row"
    words = " ".join(citation.paragraph.text.split())
    start = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rsplit(' ', 1)[0]} …"
    return (
        f'<li><button type="button" class="source-row" data-press="{press}" '
        f'aria-expanded="{str(press == opened).lower()}">'
        f'<span class="number"><span class="unseen">Source </span>{citation.number}</span> '
        f'<span><span class="label">{isolated(citation.label)}</span> <span class="start">“{isolated(start)}”</span> '
        f'<span class="start">{isolated(source(citation))}</span></span></button></li>'
    )
