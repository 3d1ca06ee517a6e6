"""What each button and form of a briefing's page does."""

from assistant.briefings import edit
from assistant.briefings.briefing import quote_item
from assistant.briefings.export import FORMATS
from assistant.briefings.numbering import number_briefing
from corpus.errors import InspectionError
from corpus.report import Paragraph
from ui.briefings import changes, writing
from ui.briefings.bench import Bench, Workshop
from ui.briefings.changes import Act, change
from ui.briefings.saving import save
from ui.source.stepping import step

_GONE = "This part of the briefing has changed since. Look again, then choose again."


def heed(shop: Workshop, bench: Bench, press: str) -> None:
    """Do what a button or a form asks for ("up:5a17", "done:My words")."""
    kind, _colon, rest = press.partition(":")
    if kind != "written":
        bench.notice = bench.words = bench.stepped = ""
    try:
        _ACTS[kind](shop, bench, rest)
    except InspectionError as error:
        bench.notice = bench.say = str(error)
    except (KeyError, StopIteration, ValueError):
        bench.notice = bench.say = _GONE


def _open(_shop: Workshop, bench: Bench, rest: str) -> None:
    """Open a source by its number."""
    number = int(rest.partition(":")[0])
    citation = next(each for each in number_briefing(bench.briefing).citations if each.number == number)
    bench.open_source(citation, f"source:{rest}")


def _stepped(shop: Workshop, bench: Bench, pressed: str) -> None:
    """A button of the source that stands open."""
    source = bench.source
    if source is None:
        return
    report = source.citation.report
    if pressed == "report":
        bench.leaving = ("report", {"report": report.id})
    elif pressed == "quote":
        item = quote_item(_as_printed(shop, bench, source.paragraph.id), report)
        if change(shop, bench, edit.add_item(bench.briefing, item)):
            bench.done = bench.say = f"Added to “{bench.briefing.sections[-1].title}”."
    else:
        step(bench, pressed, shop.library)


def _as_printed(shop: Workshop, bench: Bench, id_: str) -> Paragraph:
    """A paragraph with all its words, the names too, which a briefing leaves out only where it is shown.

    Raises StopIteration where neither the library nor the briefing holds it.
    """
    cited = (each for item in bench.briefing.items for draft in item.drafts for each in draft.paragraphs)
    return shop.library.paragraph(id_) or next(each for each in cited if each.id == id_)


def _export(ending: str) -> Act:
    def export(shop: Workshop, bench: Bench, _rest: str) -> None:
        bench.hand(*save(ending, bench.briefing, shop.library))

    return export


def _list(_shop: Workshop, bench: Bench, _rest: str) -> None:
    bench.leaving = ("briefings", {})
    bench.bring("#briefings")


def _copy(shop: Workshop, bench: Bench, _rest: str) -> None:
    bench.leaving = ("briefings", {"b": shop.briefings.copy(bench.id, shop.owner)})
    bench.say = "This is your own copy."


_ACTS: dict[str, Act] = {
    "up": changes.step_item(-1),
    "down": changes.step_item(1),
    "to": changes.to_section,
    "dropped": changes.dropped,
    "remove": changes.remove,
    "cut": changes.cut,
    "undo": changes.undo,
    "section-up": changes.step_section(-1),
    "section-down": changes.step_section(1),
    "section-remove": changes.remove_section,
    "names": changes.names,
    "note": writing.new_item("note"),
    "question": writing.new_item("question"),
    "edit": writing.edit_item,
    "written": writing.written,
    "done": writing.done,
    "close-form": writing.close_form,
    "details": writing.edit_details,
    "section-edit": writing.edit_section,
    "section-add": writing.add_section,
    "retitle": writing.retitle,
    "ask": writing.ask,
    "asked": writing.asked,
    "stop": writing.stop,
    "source": _open,
    "panel": _stepped,
    "list": _list,
    "copy": _copy,
    **{ending: _export(ending) for ending in FORMATS},
}
