"""The pages of the reports without a browser: what they do with what is pressed and what the address says."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus.library import Library
from ui.report.screen import Reading
from ui.reports.screen import Shelf

SCRIPT = Path(__file__).with_name("reports_script.py")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page of the reports on the stand-ins, drawn once."""
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    return AppTest.from_file(str(SCRIPT), default_timeout=60).run()


def held(page: AppTest) -> Library:
    """The library of the page."""
    library: Library = page.session_state["library"]
    return library


def press(page: AppTest, button: str) -> Shelf:
    """What the visit is doing after a button was pressed."""
    page.session_state["shelf"].press = button
    shelf: Shelf = page.run().session_state["shelf"]
    assert not page.exception
    return shelf


def read(page: AppTest, id_: str, button: str = "") -> Reading:
    """What is being read at the page of a report after a button was pressed."""
    page.query_params["report"] = id_
    page.run()
    page.session_state["reading"].press = button
    reading: Reading = page.run().session_state["reading"]
    assert not page.exception
    return reading


def test_every_field_of_the_reports_can_be_chosen(page: AppTest) -> None:
    assert [box.label for box in page.selectbox] == ["Council", "Kind of inspection", "Overall grade", "Year", "Order"]
    assert "Saltmere" in page.selectbox[0].options
    page.selectbox[0].select("Saltmere").run()
    assert not page.exception
    assert page.selectbox[0].value == "Saltmere"


def test_a_removed_report_can_be_put_back(page: AppTest) -> None:
    library = held(page)
    report = library.report("saltmere.pdf")
    shelf = press(page, f"remove:{report.id}")
    assert report not in library.reports
    assert [entry.report for entry in shelf.removed] == [report]
    assert shelf.move.selector == '[data-press="undo"]'
    assert press(page, "undo").removed == []
    assert report in library.reports
    assert library.paragraphs(report.id)


def test_only_the_last_five_removals_are_kept_in_memory(page: AppTest) -> None:
    report = held(page).report("saltmere.pdf")
    kept = 0
    for _time in range(7):
        shelf = press(page, f"remove:{report.id}")
        held(page).add(shelf.removed[-1])
        kept = len(shelf.removed)
    assert kept == 5


def test_removing_what_is_gone_changes_nothing(page: AppTest) -> None:
    before = held(page).reports
    assert press(page, "remove:0000000000000000").removed == []
    assert held(page).reports == before


def test_a_paragraph_opens_its_page_and_pages_are_turned(page: AppTest) -> None:
    library = held(page)
    report = library.report("saltmere.pdf")
    last = library.paragraphs(report.id)[-1]
    reading = read(page, report.id, f"show:{last.position}")
    assert (reading.leaf.page, reading.leaf.paragraph) == (last.page, last)
    assert reading.move.selector == f'#leaf-heading[data-opening="{reading.opening}"]'
    assert read(page, report.id, "previous page").leaf.page == last.page - 1


def test_another_report_begins_at_its_first_page(page: AppTest) -> None:
    library = held(page)
    first, second = library.report("saltmere.pdf"), library.report("hostile.txt")
    read(page, first.id, "next page")
    reading = read(page, second.id)
    assert (reading.report_id, reading.leaf.page, reading.leaf.paragraph) == (second.id, 1, None)


@pytest.mark.parametrize("id_", ["", "gone", "<script>alert(1)</script>", "x" * 5000])
def test_an_address_that_names_no_report_is_no_failure(page: AppTest, id_: str) -> None:
    assert read(page, id_).report_id == ""
