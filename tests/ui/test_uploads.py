"""Files on their way in are told of in words, to those who see the page and to those who hear it."""

from ingest.intake import Upload
from tests.fakes import HOSTILE
from tests.ui.reading import Shown
from ui.reports import uploads

WAITING = Upload("1", "a.pdf", "waiting")
READING = Upload("2", "b.pdf", "reading")
ADDED = Upload("3", "c.pdf", "added", report_id="5a17")
FAILED = Upload("4", "d.pdf", "failed", "it is empty; download it again")
HELD = {"5a17"}


def test_each_file_says_what_became_of_it_the_newest_first() -> None:
    shown = Shown(uploads.listed([WAITING, READING, ADDED, FAILED], HELD)).words
    assert "d.pdf Not added: it is empty; download it again." in shown
    assert "c.pdf Added. Open the report: c.pdf" in shown
    assert (
        shown.index("d.pdf") < shown.index("c.pdf") < shown.index("b.pdf Being read.") < shown.index("a.pdf Waiting.")
    )


def test_progress_is_shown_while_files_wait_and_the_list_can_be_cleared_when_all_are_done() -> None:
    busy, done = Shown(uploads.listed([ADDED, READING], HELD)), Shown(uploads.listed([ADDED, FAILED], HELD))
    assert "1 of 2 files done" in busy.words
    assert (busy.of("progress", "value"), busy.of("progress", "max")) == (["1"], ["2"])
    assert "All 2 files done" in done.words
    assert "forget" in done.of("button", "data-press")
    assert "progress" not in done.elements


def test_nothing_is_shown_where_nothing_was_handed_in() -> None:
    assert uploads.listed([], HELD) == ""


def test_a_screen_reader_hears_names_and_outcomes() -> None:
    assert uploads.spoken([ADDED, FAILED]) == "c.pdf: Added. d.pdf: Not added: it is empty; download it again."


def test_a_remark_on_a_file_that_went_in_is_told_with_it() -> None:
    remark = Upload("5", "e.pdf", "added", "text in it that no reader can see was left out", "5a17")
    assert "Added: text in it that no reader can see was left out." in Shown(uploads.listed([remark], HELD)).words


def test_a_report_that_was_removed_since_is_not_offered_to_be_opened() -> None:
    shown = Shown(uploads.listed([ADDED], set()))
    assert "c.pdf Added. It was removed since." in shown.words
    assert shown.of("button", "data-press") == ["forget"]


def test_a_hostile_name_is_shown_as_text() -> None:
    shown = Shown(uploads.listed([Upload("1", HOSTILE, "added", HOSTILE, "5a17")], HELD))
    assert shown.elements == Shown(uploads.listed([Upload("1", "a", "added", "b", "5a17")], HELD)).elements
    assert HOSTILE in shown.words
