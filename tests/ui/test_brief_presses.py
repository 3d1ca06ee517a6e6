"""What the buttons and forms of a briefing do, on real briefings in a real library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.briefings.briefing import Briefing, Item, Section, quote_item
from assistant.briefings.edit import add_item
from assistant.briefings.store import Briefings
from assistant.citations import Draft
from assistant.reranker import Reranker
from assistant.search import Searcher
from tests import fakes
from ui.briefings.bench import Bench, Workshop
from ui.briefings.changes import change
from ui.briefings.presses import heed
from ui.page.line import Line

ME = "a" * 32


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    """A library with briefings, for one owner."""
    with fakes.library(tmp_path) as library:
        searcher = Searcher(library, Reranker(library.settings.reranker))
        chain = fakes.ScriptedChain(library)
        yield Workshop(library, chain, searcher, Briefings(library.engine), Line(), ME)


@pytest.fixture
def bench(shop: Workshop) -> Bench:
    """A briefing of two sections: a note and a quote in the first, a question in the second."""
    report = shop.library.report("saltmere.pdf")
    quote = replace(quote_item(fakes.numbered(shop.library, "saltmere.pdf", "2"), report), id="q")
    first = Section("Findings", (Item("note", "Mind the dates.", id="n"), quote), "one")
    second = Section("To discuss", (Item("question", "Why?", id="w"),), "two")
    id_ = shop.briefings.add(ME, Briefing("Caseloads", date(2026, 1, 2), sections=(first, second)))
    return Bench(id=id_, kept=shop.briefings.get(id_))


def order(shop: Workshop, bench: Bench) -> list[list[str]]:
    """The ids of the items in each section, as they are kept."""
    kept = shop.briefings.get(bench.id)
    assert kept is not None
    return [[item.id for item in section.items] for section in kept.briefing.sections]


def test_an_item_moves_up_and_down_and_its_place_is_said(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "up:q")
    assert order(shop, bench) == [["q", "n"], ["w"]]
    assert bench.say == "Moved: 1 of 2 in “Findings”."
    heed(shop, bench, "down:q")
    heed(shop, bench, "down:q")
    assert order(shop, bench) == [["n"], ["q", "w"]]
    assert bench.say == "Moved: 1 of 2 in “To discuss”."
    assert bench.moved == "item-q"


def test_dragging_does_the_same_as_the_buttons(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "dropped:n:two:1")
    assert order(shop, bench) == [["q"], ["w", "n"]]
    heed(shop, bench, "to:n:one")
    assert order(shop, bench) == [["q", "n"], ["w"]]


def test_what_is_removed_is_put_back_where_it_was(shop: Workshop, bench: Bench) -> None:
    before = bench.briefing
    heed(shop, bench, "remove:n")
    assert order(shop, bench) == [["q"], ["w"]]
    assert bench.done == "Removed: Note “Mind the dates.”."
    heed(shop, bench, "undo")
    assert bench.briefing == before
    heed(shop, bench, "section-remove:one")
    assert order(shop, bench) == [["w"]]
    heed(shop, bench, "undo")
    assert bench.briefing == before


def test_a_sentence_is_left_out_and_put_back(shop: Workshop, bench: Bench) -> None:
    report = shop.library.report("saltmere.pdf")
    drafts = tuple(Draft(each.text, (each,)) for each in shop.library.paragraphs(report.id)[-2:])
    item = Item("answer", "How?", drafts, (report,), id="a")
    assert change(shop, bench, add_item(bench.briefing, item))
    heed(shop, bench, "cut:a:0")
    assert bench.briefing.items[-1].drafts == drafts[1:]
    heed(shop, bench, "undo")
    assert bench.briefing.items[-1] == item
    heed(shop, bench, "cut:a:0")
    heed(shop, bench, "cut:a:0")
    assert (bench.briefing.items[-1].drafts, bench.briefing.items[-1].reports) == ((), ())
    heed(shop, bench, "cut:q:0")
    assert order(shop, bench) == [["n"], ["w", "a"]]


def test_a_note_is_kept_as_it_is_written_and_comes_where_it_was_wanted(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "note:one:1")
    assert bench.form is not None
    heed(shop, bench, "written:item:Ask: who")
    heed(shop, bench, "written:item:Ask: who checks?")
    kept = shop.briefings.get(bench.id)
    assert kept is not None
    assert [item.text for item in kept.briefing.sections[0].items] == ["Mind the dates.", "Ask: who checks?", ""]
    heed(shop, bench, "done:Ask: who checks?")
    assert bench.form is None


def test_a_note_without_words_is_no_note(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "note:one:1")
    heed(shop, bench, "done: ")
    assert order(shop, bench) == [["n", "q"], ["w"]]
    heed(shop, bench, "edit:n")
    heed(shop, bench, "done:")
    assert order(shop, bench) == [["q"], ["w"]]


def test_a_question_to_discuss_is_changed(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "edit:w")
    heed(shop, bench, "done:Why now?")
    assert bench.briefing.sections[1].items[0].text == "Why now?"
    assert bench.move.selector == "#change-w > summary"


def test_title_audience_and_purpose_are_kept_as_they_are_written(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "details:")
    for said in ("title:  Caseloads\nin Saltmere ", "audience:Scrutiny", "purpose:To ask: why?\nAnd when?"):
        heed(shop, bench, f"written:{said}")
    heed(shop, bench, "written:title:  ")
    kept = shop.briefings.get(bench.id)
    assert kept is not None
    found = kept.briefing
    assert (found.title, found.audience, found.purpose) == (
        "Caseloads in Saltmere",
        "Scrutiny",
        "To ask: why?\nAnd when?",
    )


def test_sections_are_added_named_and_moved(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "section-add:")
    assert bench.form is not None
    new = bench.form.id
    heed(shop, bench, f"retitle:{new}:Elsewhere: Eldermarsh")
    heed(shop, bench, f"section-up:{new}")
    assert [section.title for section in bench.briefing.sections] == ["Findings", "Elsewhere: Eldermarsh", "To discuss"]
    assert bench.say == "Moved: section 2 of 3, “Elsewhere: Eldermarsh”."


def test_a_change_made_elsewhere_is_told_and_never_overwritten(shop: Workshop, bench: Bench) -> None:
    assert bench.kept is not None
    theirs = replace(bench.briefing, title="Changed in the other tab")
    shop.briefings.save(bench.id, ME, theirs, bench.kept.version)
    heed(shop, bench, "edit:n")
    heed(shop, bench, "written:item:My own words")
    assert "was changed elsewhere" in bench.notice
    assert bench.words == "My own words"
    assert bench.briefing.title == "Changed in the other tab"
    assert bench.briefing.sections[0].items[0].text == "Mind the dates."
    heed(shop, bench, "up:q")
    assert order(shop, bench) == [["q", "n"], ["w"]]
    assert bench.notice == ""


def test_nobody_changes_somebody_elses_briefing_but_copies_it(shop: Workshop, bench: Bench) -> None:
    another = replace(shop, owner="b" * 32)
    heed(another, bench, "remove:n")
    assert "not yours to change" in bench.notice
    assert order(shop, bench) == [["n", "q"], ["w"]]
    heed(another, bench, "copy:")
    assert bench.leaving is not None
    copy = shop.briefings.get(bench.leaving[1]["b"])
    assert copy is not None
    assert (copy.owner, copy.briefing.title) == ("b" * 32, "Caseloads")


def test_a_source_opens_and_its_neighbour_is_added_as_a_quote(shop: Workshop, bench: Bench) -> None:
    heed(shop, bench, "source:1:q:0")
    assert bench.source is not None
    assert bench.source.paragraph.number == "2"
    heed(shop, bench, "panel:next")
    heed(shop, bench, "panel:quote")
    added = bench.briefing.sections[-1].items[-1]
    assert added.drafts[0].text == fakes.numbered(shop.library, "saltmere.pdf", "3").text
    heed(shop, bench, "panel:close")
    assert bench.source is None
    assert bench.move.selector == '[data-press="source:1:q:0"]'


def test_a_quote_is_added_with_its_names_though_they_are_left_out_on_the_screen(tmp_path: Path) -> None:
    sentence = "The director, Jane Marsh, HMI, signed."
    with fakes.library(tmp_path) as library:
        entry = fakes.entry(f"Report on Saltfleet\n\n1. {sentence}\n".encode(), "named.txt")
        library.add(entry)
        searcher = Searcher(library, Reranker(library.settings.reranker))
        shop = Workshop(library, fakes.ScriptedChain(library), searcher, Briefings(library.engine), Line(), ME)
        item = quote_item(fakes.numbered(library, "named.txt", "1"), library.report("named.txt"))
        id_ = shop.briefings.add(ME, Briefing("Names", date(2026, 1, 2), sections=(Section("One", (item,)),)))
        bench = Bench(id=id_, kept=shop.briefings.get(id_))
        heed(shop, bench, "source:1:x:0")
        assert bench.source is not None
        assert "Jane Marsh" not in bench.source.paragraph.text
        heed(shop, bench, "panel:quote")
        assert bench.briefing.items[-1].drafts[0].text == sentence
        heed(shop, bench, "names:")
        assert bench.briefing.keeps_names


@pytest.mark.parametrize("ending", ["docx", "pptx", "pdf", "md"])
def test_it_is_saved_under_its_name(shop: Workshop, bench: Bench, ending: str) -> None:
    heed(shop, bench, f"{ending}:")
    assert bench.file is not None
    assert bench.file.name == f"Caseloads.{ending}"
    assert len(bench.file.content) > 100


@pytest.mark.parametrize("press", ["up:gone", "dropped:n:one", "source:9:x", "section-up:gone", "no such thing:1"])
def test_a_button_of_what_is_no_longer_there_changes_nothing(shop: Workshop, bench: Bench, press: str) -> None:
    heed(shop, bench, press)
    assert bench.notice == "This part of the briefing has changed since. Look again, then choose again."
    assert order(shop, bench) == [["n", "q"], ["w"]]
