"""A briefing as the page shows it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant.briefings.briefing import Briefing, Item, ItemKind, Section
from assistant.briefings.numbering import number_briefing
from assistant.briefings.store import Listed
from assistant.citations import Draft
from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui.briefings import listed, view
from ui.briefings.forms import Form
from ui.briefings.item import KINDS
from ui.briefings.words import Shelf
from ui.page.work import Work

SAID = made.paragraph(2, "Staff stay for years.")
NOTE = Item("note", "Mind the dates.", id="n")
QUOTE = Item("quote", drafts=(Draft(SAID.text, (SAID,)),), reports=(made.REPORT,), id="q")
ANSWER = Item(
    "answer",
    "How are caseloads?",
    (Draft("Caseloads are manageable.", (made.paragraph(1), SAID), "Saltmere"),),
    (made.REPORT,),
    "Two reports were searched.",
    "a",
)


def shelf(*sections: Section, changes: bool = True, opened: str = "") -> Shelf:
    """A briefing of these sections, numbered."""
    briefing = Briefing("Caseloads", date(2026, 1, 2), sections=sections)
    numbered = number_briefing(briefing)
    by_number = {citation.number: citation for citation in numbered.citations}
    return Shelf(briefing, numbered.claims, by_number, opened, changes=changes)


def shown(*items: Item, changes: bool = True, form: Form | None = None) -> Shown:
    """One section with these items."""
    return Shown(view.body(shelf(Section("Findings", items, "one"), changes=changes), form))


def test_sources_have_one_numbering_in_the_order_of_the_items() -> None:
    found = shown(QUOTE, ANSWER)
    marks = [press for press in found.of("button", "data-press") if press.startswith("source")]
    assert marks == ["source:1:q:0", "source:2:a:0", "source:1:a:0"]
    assert made.citation(1, SAID).label in found.words


def test_a_source_that_stands_open_says_so_where_it_was_opened() -> None:
    html = view.body(shelf(Section("One", (QUOTE, ANSWER)), opened="source:1:a:0"), None)
    assert Shown(html).of("button", "aria-expanded") == ["false", "false", "true"]


def test_what_stands_at_an_end_cannot_move_past_it() -> None:
    html = view.body(shelf(Section("One", (NOTE,)), Section("Two", (QUOTE,))), None)
    off = [found["data-press"] for tag, found in Shown(html).attributes if found.get("aria-disabled") == "true"]
    assert [press for press in off if press and not press.startswith("section")] == ["up:n", "down:q"]


def test_every_button_of_an_item_says_which_item_it_is_about() -> None:
    labels = shown(NOTE).of("button", "aria-label")
    assert {"Move up: Note “Mind the dates.”", "Remove: Note “Mind the dates.”"} <= set(labels)


def test_the_picture_of_grades_is_drawn_once() -> None:
    html = view.body(shelf(Section("Grades", (Item("grades", reports=(made.JUDGED,), id="g"),))), None)
    assert html.count('<figure class="grades-picture"') == 1


def test_an_item_has_one_menu_and_it_stays_open_while_the_item_is_moved_step_by_step() -> None:
    sections = shelf(Section("One", (NOTE, QUOTE), "one"))
    menus = [found for tag, found in Shown(view.body(sections, None)).attributes if tag == "details"]
    assert [found["id"] for found in menus] == ["change-one", "change-n", "change-q"]
    assert not any("open" in found for found in menus)
    moved = Shown(view.body(replace(sections, stepped="q"), None)).attributes
    assert [found["id"] for tag, found in moved if tag == "details" and "open" in found] == ["change-q"]


def test_only_words_of_ones_own_are_written_in_and_of_reports_only_whole_sentences_are_left_out() -> None:
    longer = replace(ANSWER, drafts=ANSWER.drafts * 2)
    presses = shown(NOTE, QUOTE, longer).of("button", "data-press")
    assert [press for press in presses if press.startswith("edit")] == ["edit:n", "edit:a"]
    opened = shown(longer, form=Form("item", "a", ("",)))
    assert "textarea" not in opened.elements
    assert [press for press in opened.of("button", "data-press") if press.startswith("cut")] == ["cut:a:0", "cut:a:1"]


def test_a_reader_who_may_not_change_it_finds_sources_and_no_other_button() -> None:
    found = shown(NOTE, ANSWER, changes=False)
    assert found.of("button", "data-press") == ["source:1:a:0", "source:2:a:0"]
    assert found.of("span", "draggable") == []


def test_while_a_note_is_written_its_html_stays_the_same() -> None:
    form = Form("item", "n", ("Mind",), NOTE, "one", 0)
    first = view.body(shelf(Section("One", (replace(NOTE, text=""), QUOTE), "one")), form)
    later = view.body(shelf(Section("One", (replace(NOTE, text="Mind the dates."), QUOTE), "one")), form)
    assert first == later
    assert "Mind the dates." not in later


@pytest.mark.parametrize("kind", list(KINDS))
def test_hostile_words_in_any_kind_of_item_are_shown_as_words(kind: ItemKind) -> None:
    report = replace(made.REPORT, council=HOSTILE, title=HOSTILE)
    cited = replace(made.paragraph(1), text=HOSTILE)
    item = Item(kind, HOSTILE, (Draft(HOSTILE, (cited,), HOSTILE),), (report,), HOSTILE)
    briefing = Briefing(HOSTILE, date(2026, 1, 2), HOSTILE, HOSTILE, (Section(HOSTILE, (item,)),), HOSTILE)
    numbered = number_briefing(briefing)
    by_number = {citation.number: citation for citation in numbered.citations}
    html = "".join(
        [
            view.head(briefing, None, changes=True),
            view.unsaved(HOSTILE, HOSTILE),
            view.warnings([HOSTILE]),
            view.body(Shelf(briefing, numbered.claims, by_number, changes=True), None),
            view.sources(numbered.citations, ""),
            view.foot(briefing, [HOSTILE], changes=True),
        ]
    )
    elements = set(Shown(html).elements)
    known = "section h1 h2 h3 h4 p span bdi button ol ul li div header dl dt dd details summary figure figcaption"
    assert elements <= {*known.split(), "blockquote"}
    assert Shown(html).words.count(HOSTILE.strip()) >= 8


def test_the_list_says_what_is_in_each_and_asks_before_one_is_deleted() -> None:
    each = Listed("id", HOSTILE, "Scrutiny", datetime(2026, 1, 2, 10, tzinfo=UTC), 1)
    now = datetime(2026, 1, 2, 12, tzinfo=UTC)
    found = Shown(listed.listed([each], ["http://here/briefings?b=id"], now))
    assert "Scrutiny · 1 item · changed today at 10:00" in found.words
    assert found.of("button", "data-copy") == ["http://here/briefings?b=id"]
    asked = Shown(listed.listed([each], ["http://here"], now, sure="id"))
    assert asked.of("button", "data-press") == ["open:id", "deletion:id", "keep:id"]
    assert "script" not in asked.elements


def test_how_far_it_has_come_is_said_in_words_and_as_a_bar() -> None:
    found = Shown(listed.making(Work(told="Reading Saltmere…", made=2, of=6)))
    assert "Reading Saltmere…" in found.words
    assert "2 of 6 steps" in found.words
    assert found.of("progress", "value") == ["2"]
    assert "Two questions are ahead of yours." in Shown(listed.making(Work(ahead=2))).words
