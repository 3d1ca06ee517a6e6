"""Writing in a briefing: notes and questions to discuss, titles, and questions to the reports whose answers go in."""

from dataclasses import replace

from assistant.briefings import edit
from assistant.briefings.briefing import Item, ItemKind, Section, new_id
from assistant.chain import Asked
from ui.ask.answering import answer
from ui.briefings.bench import Bench, Wanted, Workshop
from ui.briefings.changes import Act, change, section_of
from ui.briefings.forms import LONGEST_TITLE, LONGEST_WORDS, Form
from ui.briefings.item import menu_of


def new_item(kind: ItemKind) -> Act:
    """Open the form for a new note or question to discuss."""

    def new(_shop: Workshop, bench: Bench, rest: str) -> None:
        section, at = rest.split(":")
        item = Item(kind)
        bench.form = Form("item", item.id, ("",), item, section, int(at))
        bench.bring(f"#words-{item.id}")

    return new


def edit_item(_shop: Workshop, bench: Bench, item: str) -> None:
    """Open the form for the words of an item."""
    found = edit.find_item(bench.briefing, item)
    if found is None:
        raise ValueError(item)
    bench.form = Form("item", item, (found.text,))
    bench.bring(f'#words-{item}, [data-press="cut:{item}:0"]')


def written(shop: Workshop, bench: Bench, rest: str) -> None:
    """Keep what is being written."""
    field, _colon, words = rest.partition(":")
    if bench.form is None:
        return  # the same words came with the form's own button
    if field == "item":
        _keep_item(shop, bench, words)
    elif bench.form.kind == "details":
        briefing = bench.briefing
        match field:
            case "title":
                briefing = replace(briefing, title=" ".join(words.split())[:LONGEST_TITLE] or briefing.title)
            case "audience":
                briefing = replace(briefing, audience=" ".join(words.split())[:LONGEST_TITLE])
            case "purpose":
                briefing = replace(briefing, purpose=words.strip()[:LONGEST_WORDS])
        change(shop, bench, briefing, words=words)


def _keep_item(shop: Workshop, bench: Bench, words: str) -> bool:
    """Keep the words of the item in the form; one that is new comes into the briefing with its first words."""
    form, said = bench.form, words.strip()[:LONGEST_WORDS]
    if form is None or form.kind != "item":
        return False
    found = edit.find_item(bench.briefing, form.id)
    if found is not None:
        return change(shop, bench, edit.change_item(bench.briefing, replace(found, text=said)), words=words)
    if form.item is None:
        raise ValueError(form.id)
    added = edit.add_item(bench.briefing, replace(form.item, text=said), form.section, form.at)
    return not said or change(shop, bench, added, words=words)


def done(shop: Workshop, bench: Bench, words: str) -> None:
    """Close the form of an item with its last words; one without any is taken out again."""
    form = bench.form
    if form is None or not _keep_item(shop, bench, words):
        return
    bench.form = None
    if not words.strip():
        change(shop, bench, edit.remove_item(bench.briefing, form.id))
        bench.bring(_adder(form.item.kind, form.section) if form.item else "#briefing-title")
        return
    bench.say = "Saved."
    bench.bring(menu_of(form.id))


def close_form(_shop: Workshop, bench: Bench, _rest: str) -> None:
    """Close the form that stands open, and go back to the button that opened it."""
    form, bench.form = bench.form, None
    if form and form.kind == "details":
        bench.bring('[data-press="details"]')
    elif form and form.kind == "ask":
        bench.bring(_adder("ask", form.section))
    elif form:
        bench.bring(menu_of(form.id))


def edit_details(_shop: Workshop, bench: Bench, _rest: str) -> None:
    """Open the form for title, audience and purpose."""
    briefing = bench.briefing
    bench.form = Form("details", words=(briefing.title, briefing.audience, briefing.purpose))
    bench.bring("#brief-title")


def edit_section(_shop: Workshop, bench: Bench, id_: str) -> None:
    """Open the form for a section's title."""
    _at, section = section_of(bench, id_)
    bench.form = Form("section", id_, (section.title,))
    bench.bring("#retitle")


def retitle(shop: Workshop, bench: Bench, rest: str) -> None:
    """Give a section the title that was written."""
    id_, _colon, words = rest.partition(":")
    title = " ".join(words.split())[:LONGEST_TITLE]
    if title and change(shop, bench, edit.rename_section(bench.briefing, id_, title), words=words):
        bench.form, bench.say = None, "Saved."
        bench.bring(menu_of(id_))


def add_section(shop: Workshop, bench: Bench, _rest: str) -> None:
    """Add a section at the end, and open the form for its title."""
    section = Section("New section", id=new_id())
    if change(shop, bench, edit.add_section(bench.briefing, section)):
        edit_section(shop, bench, section.id)


def ask(_shop: Workshop, bench: Bench, rest: str) -> None:
    """Open the form for a question to the reports."""
    section, at = rest.split(":")
    bench.form = Form("ask", section=section, at=int(at))
    bench.bring("#brief-ask")


def asked(shop: Workshop, bench: Bench, words: str) -> None:
    """Ask the reports; the page keeps the answer once it is there."""
    form = bench.form
    if form is None or not words.strip():
        return
    bench.form = None
    running = answer(Asked(words.strip()), None, shop.chain, shop.library, shop.line)
    bench.wanted = Wanted(words.strip(), form.section, form.at, running)
    bench.say = "Searching the reports."


def stop(_shop: Workshop, bench: Bench, _rest: str) -> None:
    """No longer want the answer that is being made."""
    if bench.wanted:
        bench.wanted.running.stop()
        bench.wanted = None
        bench.done = bench.say = "You stopped this answer, so nothing of it was added."


def _adder(kind: str, section: str) -> str:
    """The CSS selector of a section's own button that adds something of a kind."""
    return f'[data-section="{section}"] > .add [data-press^="{kind}:"]'
