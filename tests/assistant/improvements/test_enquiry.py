"""Likely lines of enquiry: why each, in what order, and from which reports."""

from assistant.improvements.enquiry import lines_of_enquiry
from assistant.search import Searcher


def test_what_was_asked_for_more_than_once_comes_first(searcher: Searcher) -> None:
    lines = lines_of_enquiry("Saltmere", searcher)
    reasons = [line.reason.split(":")[0].split(",")[0].split(" by ")[0] for line in lines]
    order = ["Asked for more than once", "Asked for", "Below good", "Criticised"]
    assert [order.index(reason) for reason in reasons] == sorted(order.index(reason) for reason in reasons)
    assert lines[0].reason.startswith("Asked for more than once: ")


def test_each_line_has_a_sentence_of_reason_and_paragraphs_of_its_reports(searcher: Searcher) -> None:
    for council in ("Eldermarsh", "Corvenshire"):
        for line in lines_of_enquiry(council, searcher):
            assert line.reason.endswith(".")
            assert line.paragraphs
            assert {each.report_id for each in line.paragraphs} <= {report.id for report in line.reports}
            assert {report.council for report in line.reports} == {council}


def test_only_the_newest_inspection_and_the_newest_of_area_send_speak(followed: Searcher) -> None:
    lines = lines_of_enquiry("Fennimoor", followed)
    assert {line.reports[0].file for line in lines} == {"fennimoor-2023.md", "fennimoor-send-2024.md"}


def test_a_council_without_lists_has_none(followed: Searcher) -> None:
    assert lines_of_enquiry("Wickersea", followed) == ()
