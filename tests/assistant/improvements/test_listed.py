"""What a report's lists ask for is listed whole, in order, under ids that last."""

from dataclasses import replace
from datetime import date

from assistant.improvements.listed import find_area, identify, listed
from assistant.improvements.matter import plain
from assistant.search import Searcher
from corpus.library import Library
from corpus.report import ImprovementList
from tests.assistant.improvements.conftest import Item
from tests.assistant.made import report
from tests.assistant.samples import FILES
from tests.builders import entry


def test_every_item_of_every_list_is_there_in_the_reports_order(samples: Library) -> None:
    for held in samples.reports:
        wanted = sorted(id_ for found in held.improvement_lists for id_ in found.paragraph_ids)
        assert [each.paragraph.id for each in listed(held, samples)] == wanted


def test_positions_count_through_all_lists(samples: Library) -> None:
    found = listed(samples.report(FILES["Corvenshire SEND 2024"]), samples)
    assert [each.position for each in found] == list(range(1, 9))
    assert {each.list_kind for each in found[:4]} == {"areas for priority action"}
    assert {each.list_kind for each in found[4:]} == {"areas for improvement"}


def test_sub_bullets_are_parts_of_their_item(library: Library) -> None:
    made = entry(sentences=("Leaders should ensure that:", "plans are kept", "at every visit", "Train the bees."))
    first, second, third, last = made.paragraphs
    parts = (replace(second, introduced_by=first.id), replace(third, introduced_by=second.id))
    asked = ImprovementList("recommendations", "Recommendations:", (first.id, last.id))
    library.add(
        replace(made, paragraphs=(first, *parts, last), report=replace(made.report, improvement_lists=(asked,)))
    )
    one, two = listed(library.reports[0], library)
    assert one.text == "Leaders should ensure that:\nplans are kept\nat every visit"
    assert (one.heading, two.text, two.parts) == ("Recommendations", "Train the bees.", ())


def test_an_id_stays_when_the_report_comes_as_another_file() -> None:
    words = ["Train the bees.", "Feed the kites."]
    again = replace(report(), id="ffff", file="other.pdf", published=date(2020, 1, 1))
    assert list(identify(report(), words)) == list(identify(again, ["Train  the bees", "feed the KITES."]))


def test_ids_differ_by_inspection_and_by_how_often_the_words_stood_before() -> None:
    ids = [
        *identify(report(), ["Train the bees.", "Train the bees."]),
        *identify(report(year=2023), ["Train the bees."]),
    ]
    assert len(set(ids)) == 3


def test_an_area_is_told_by_the_heading_before_the_words() -> None:
    assert find_area(report(), ("Areas for improvement", "Care leavers"), "Improve supervision.") == "care_leavers"
    assert find_area(report(), ("Local Safeguarding Children Board",), "Improve adoption.") == "lscb"
    assert find_area(report(), ("What needs to improve",), "The quality of supervision.") == "leaders"
    assert (
        find_area(report(), ("What needs to improve",), "Oversight of return home interviews.") == "help_and_protection"
    )
    assert find_area(report(), ("What needs to improve",), "The honey.") is None


def test_words_that_name_several_areas_tell_none() -> None:
    for words in (
        "Staffing capacity, including reviewing officers and care leavers’ advisers.",
        "Sufficiency of placements for all children and care leavers.",
        "The consideration of children’s views in assessments and complaints.",
    ):
        assert find_area(report(), ("What needs to improve",), words) is None


def test_area_send_inspections_have_no_graded_areas() -> None:
    assert find_area(replace(report(), kind="area SEND"), (), "Leaders should improve plans for care leavers.") is None


def test_the_matter_is_left_when_what_only_asks_is_taken_away() -> None:
    assert plain("With partners, ensure that bees are fed (paragraphs 4, 6).") == "bees are fed ."
    assert plain(
        "The council should ensure that bees are fed. (This was a recommendation at the last inspection.)"
    ) == ("bees are fed.")
    assert plain("Supervision.") == "Supervision."


def test_a_council_without_lists_has_nothing_listed(library: Library) -> None:
    library.add(entry())
    assert listed(library.reports[0], library) == ()


def test_an_item_keeps_the_exact_paragraph(followed: Searcher, item: Item) -> None:
    found = item("fennimoor-2019.md", "advocacy")
    assert followed.library.paragraph(found.paragraph.id) == found.paragraph
    assert (found.text, found.heading, found.position) == ("The quality of advocacy.", "What needs to improve", 2)
