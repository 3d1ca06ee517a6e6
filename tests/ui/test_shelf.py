"""What the library holds: chosen, ordered, counted, and shown with what there is to know of each report."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.report import Report
from tests.fakes import HOSTILE
from tests.ui.made import JUDGED, REPORT
from tests.ui.reading import Shown
from ui.reports import shelf
from ui.reports.shelf import UNKNOWN, Choice

OLD = replace(JUDGED, id="old", file="old.pdf", inspected_to=date(2015, 5, 1), kind="SIF")
WHITBY = replace(REPORT, id="whitby", file="whitby.pdf", council="Whitby", kind="focused visit")
BARE = Report("bare", "bare.txt", "", None, None, None, None, None, None, 1)
HELD = (JUDGED, OLD, WHITBY, BARE)


def ids(choice: Choice) -> list[str]:
    """The reports that a choice shows."""
    return [report.id for report in shelf.choose(HELD, choice)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["5a17", "old", "whitby", "bare"]),
        (Choice(council="Saltmere"), ["5a17", "old"]),
        (Choice(kind="SIF"), ["old"]),
        (Choice(grade="inadequate"), ["5a17", "old"]),
        (Choice(year="2019"), ["5a17", "whitby"]),
        (Choice(council="Saltmere", year="2019"), ["5a17"]),
        (Choice(council="Whitby", grade="inadequate"), []),
        (Choice(council=UNKNOWN), ["bare"]),
        (Choice(grade=UNKNOWN), ["whitby", "bare"]),
        (Choice(order="oldest first"), ["bare", "old", "5a17", "whitby"]),
        (Choice(order="newest first"), ["5a17", "whitby", "old", "bare"]),
    ],
)
def test_a_choice_shows_the_reports_that_fit_in_its_order(choice: Choice, expected: list[str]) -> None:
    assert ids(choice) == expected


def test_only_what_some_report_has_is_offered_and_what_none_says_comes_last() -> None:
    assert shelf.choices(HELD) == {
        "council": ["Saltmere", "Whitby", UNKNOWN],
        "kind": ["ILACS", "SIF", "focused visit", UNKNOWN],
        "grade": ["inadequate", UNKNOWN],
        "year": ["2019", "2015", UNKNOWN],
    }
    assert shelf.choices([JUDGED]) == {
        "council": ["Saltmere"],
        "kind": ["ILACS"],
        "grade": ["inadequate"],
        "year": ["2019"],
    }


def test_a_row_says_whose_when_how_graded_and_how_long() -> None:
    shown = Shown(shelf.table([JUDGED], 60))
    assert (
        "Saltmere, ILACS inspection, March 2019saltmere.pdf4 to 15 March 2019■ Inadequate3 pagesRemove" in shown.words
    )
    assert shown.of("button", "data-press") == ["open:5a17", "remove:5a17"]
    assert shown.of("button", "aria-label") == ["Remove Saltmere, ILACS inspection, March 2019"]


def test_a_report_that_says_nothing_is_called_by_its_file() -> None:
    assert "bare.txtbare.txtNot statedNone given1 page" in Shown(shelf.table([BARE], 60)).words


def test_a_long_table_says_how_many_are_left() -> None:
    shown = Shown(shelf.table([JUDGED] * 70, 60))
    assert shown.elements.count("tr") == 61
    assert "Show more: 10 are left" in shown.words
    assert "more" not in Shown(shelf.table([JUDGED] * 60, 60)).of("button", "data-press")


def test_the_number_of_reports_is_said() -> None:
    assert [shelf.counted(*pair) for pair in ((1, 1), (4, 4), (2, 4), (0, 4))] == [
        "1 report",
        "All 4 reports",
        "2 of 4 reports",
        "No report fits these choices.",
    ]


def test_coverage_has_the_years_of_each_council_and_kind() -> None:
    words = Shown(shelf.coverage([*HELD, replace(JUDGED, id="new", inspected_to=date(2022, 1, 1))])).words
    assert "CouncilILACSSIFFocused visitNot stated" in words
    assert "Saltmere2019, 20222015––" in words
    assert "Whitby––2019–" in words
    assert "Not stated–––Not stated".casefold() in words.casefold()


def test_what_is_missing_and_what_was_noted_is_told_of_a_report() -> None:
    noted = replace(JUDGED, notes=("The front page and a heading give different grades.",))
    assert shelf.doubts(JUDGED) == ()
    assert shelf.doubts(noted) == noted.notes
    assert [sentence.split(",")[0] for sentence in shelf.doubts(BARE)] == [
        "It names no council that could be found",
        "What kind of inspection it is of could not be found.",
        "No date could be found in it",
    ]
    assert shelf.remarks([JUDGED]) == ""
    assert noted.notes[0] in Shown(shelf.remarks([JUDGED, noted])).words


def test_hostile_names_are_shown_as_text() -> None:
    hostile = replace(JUDGED, id='"><b>', file=HOSTILE, council=HOSTILE, title=HOSTILE, notes=(HOSTILE,))
    for html in (
        shelf.table,
        lambda reports, _shown: shelf.coverage(reports),
        lambda reports, _: shelf.remarks(reports),
    ):
        plain, shown = (
            Shown(html([replace(hostile, id="5a17", file="a", council="b", notes=("c",))], 9)),
            Shown(html([hostile], 9)),
        )
        assert shown.elements == plain.elements
        assert HOSTILE in shown.words
