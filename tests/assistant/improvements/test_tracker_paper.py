"""The tracker on paper: each improvement with its citation, what is proposed marked as proposed, what was written."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT

from assistant.exports.word import word
from assistant.improvements.improvement import Behind
from assistant.improvements.paper import tracker_overview, tracker_paper
from assistant.improvements.tracked import Change, Tracked, decision_field
from tests.assistant import made
from tests.assistant.exports.leading import addresses
from tests.assistant.improvements.kept import ASKED, asked, with_later

MADE = date(2026, 11, 22)


def tracked(**fields: str) -> Tracked:
    """An Improvement with three paragraphs suggested and one named, a later report, and these fields written."""
    improvement = with_later(asked()[0])
    paragraphs = [made.paragraph(f"Finding {at}.", at, number=str(at)) for at in (12, 13, 14, 15)]
    behind = (Behind(paragraphs[0], named=True), *(Behind(each, named=False) for each in paragraphs[1:]))
    when = datetime(2026, 11, 20, tzinfo=UTC)
    changes = tuple(Change(at, "Ann", when, name, "", words) for at, (name, words) in enumerate(fields.items(), 1))
    return Tracked(improvement.id, replace(improvement, behind=behind), changes=changes)


def test_each_improvement_stands_with_its_words_and_where_they_are() -> None:
    (part,) = tracker_paper("Improvements", [tracked()], MADE).parts
    assert part.question == f"1. {ASKED[0]}"
    assert part.claims[0].text == ASKED[0]
    cited = part.citations[part.claims[0].citations[0] - 1]
    assert (cited.paragraph.text, cited.label) == (ASKED[0], "Fennimoor, inspected June 2019, paragraph 1, page 1")


def test_what_is_proposed_is_marked_and_what_was_decided_says_by_whom() -> None:
    report = tracked().improvement.later[0].report
    groups = [name for name, _claims in tracker_paper("x", [tracked()], MADE).parts[0].groups]
    assert groups == [
        "Fennimoor, ILACS inspection, June 2019: recommendations",
        "Behind it, named by the report",
        "Behind it, suggested by the assistant",
        "Fennimoor, ILACS inspection, June 2022: proposed: repeated; not decided yet",
    ]
    decided = tracker_paper("x", [tracked(**{decision_field(report): "met"})], MADE).parts[0].groups[-1][0]
    assert decided.endswith("proposed: repeated; decided: met (by Ann)")


def test_what_was_written_is_there_and_every_number_has_its_source() -> None:
    one = tracked(owner="Bo", due="2027-03-31", actions="Buy oil.\nBuy wicks.", notes="Audit.", action="done")
    (part,) = tracker_paper("x", [one], MADE).parts
    assert part.status.startswith("Owner: Bo · Due: 31 March 2027 · Action: done")
    assert [claim.text for claim in part.claims if not claim.citations][1:] == ["Buy oil.", "Buy wicks.", "Audit."]
    numbers = {citation.number for citation in part.citations}
    assert {number for claim in part.claims for number in claim.citations} == numbers


def test_it_becomes_a_word_document_and_says_what_no_report_says_any_longer() -> None:
    gone = replace(tracked(), is_held=False)
    shown = "\n".join(each.text for each in docx.Document(BytesIO(word(tracker_paper("x", [gone], MADE)))).paragraphs)
    assert ASKED[0] in shown
    assert "No report in the library says this any longer" in shown


def test_the_word_file_begins_with_all_of_them_in_one_table_on_its_side_and_nothing_is_cut() -> None:
    long = "Ensure that lanterns are lit on every evening of the year. " * 20
    one = tracked(owner="Bo", due="2027-03-31", action="done")
    two = replace(one, improvement=replace(one.improvement, paragraph=replace(one.improvement.paragraph, text=long)))
    both = [one, two]
    document = docx.Document(BytesIO(word(tracker_paper("x", both, MADE), tracker_overview(both))))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == [
        *("1", ASKED[0], "ILACS, June 2019", "Bo", "31/03/2027", "done", "none seen yet"),
        "ILACS, June 2022: repeated (proposed)",
    ]
    assert table.rows[2].cells[1].text == long.strip()
    assert [each.orientation for each in document.sections] == [WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert f"2. {long.strip()}" in [each.text for each in document.paragraphs]


def test_each_source_leads_to_its_page_where_that_has_an_address() -> None:
    paper = tracker_paper("x", [tracked()], MADE, lambda each: f"https://reports.example/{each.paragraph.id}")
    (part,) = paper.parts
    assert dict(part.links) == {each.number: f"https://reports.example/{each.paragraph.id}" for each in part.citations}
    assert set(part.links.values()) <= addresses(word(paper), "docx")
