"""A report's own page: its facts lead to their paragraphs, its text to its pages, its pages back to the text."""

import struct
from dataclasses import replace
from itertools import pairwise

import pytest

from corpus.report import ImprovementList, Judgement, Paragraph, PreviousInspection
from tests.fakes import HOSTILE
from tests.ui.made import JUDGED, REPORT, paragraph
from tests.ui.reading import Shown
from ui.report import leaf
from ui.report.facts import facts, head
from ui.report.fulltext import contents, full_text
from ui.report.leaf import Leaf

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + struct.pack(">II", 1190, 1684)
"""As much of a picture as is read: a page of 595 by 842 points."""
TEXT = (paragraph(0, "Saltmere Borough Council"), paragraph(1, "Caseloads are manageable."), paragraph(2, "They fell."))


def heading(position: int, words: str, *path: str) -> Paragraph:
    """A heading below others."""
    return replace(paragraph(position, words), kind="heading", number=None, heading=path)


def test_a_fact_leads_to_the_paragraph_that_states_it() -> None:
    stated = replace(REPORT, stated={"council": TEXT[0].id, "inspected": TEXT[2].id})
    shown = Shown(facts(stated, TEXT))
    assert "CouncilSaltmereParagraph 0, page 1" in shown.words
    assert "Inspected4 to 15 March 2019Paragraph 2, page 1" in shown.words
    assert shown.of("button", "data-press") == ["fact:0:0", "fact:2:2"]


def test_grades_stand_in_the_common_scale_and_in_the_reports_words() -> None:
    judged = replace(
        JUDGED,
        judgements=(
            Judgement("overall", "Overall", "Requires improvement to be good", "requires improvement", TEXT[1].id),
            Judgement("leaders", "Leaders", "Good", "good", "gone"),
            Judgement("lscb", "The board", "not judged", None, "gone"),
        ),
    )
    words = Shown(facts(judged, TEXT)).words
    assert "Overall◆ Requires improvement “Requires improvement to be good”Paragraph 1" in words
    assert "Leaders● Good–The boardnot judged–" in words


def test_lists_earlier_inspections_and_the_outcome_are_told() -> None:
    full = replace(
        REPORT,
        outcome="Experiences are inconsistent.",
        improvement_lists=(ImprovementList("recommendations", "Recommendations:", (TEXT[1].id, TEXT[2].id)),),
        previous_inspections=(
            PreviousInspection("July 2015", "overall", "inadequate", "inadequate", (TEXT[2].id,)),
            PreviousInspection("2011", "overall", None, None, ()),
        ),
    )
    words = Shown(facts(full, TEXT)).words
    assert "OutcomeExperiences are inconsistent.–" in words
    assert "Recommendations2 pointsParagraph 1, page 1" in words
    assert "Before: July 2015■ InadequateParagraph 2, page 1" in words
    assert "Before: 2011An inspection–" in words


def test_what_a_report_does_not_say_is_said() -> None:
    bare = replace(REPORT, council=None, kind=None, inspected_to=None, published=None)
    words = Shown(facts(bare, TEXT)).words
    assert "CouncilNot stated–Kind of inspectionNot stated–InspectedNot stated–" in words
    assert "names no council" in Shown(head(bare)).words


def test_a_pdf_can_be_opened_and_a_text_cannot() -> None:
    assert Shown(head(REPORT)).of("button", "data-open") == ["original"]
    assert Shown(head(replace(REPORT, file="a.txt"))).of("button", "data-open") == []


def test_the_text_has_every_paragraph_in_order_with_its_number() -> None:
    shown = Shown(full_text(replace(REPORT, pages=1), TEXT))
    assert shown.words == "Full text0Saltmere Borough Council1Caseloads are manageable.2They fell."
    assert shown.of("button", "data-press") == ["show:0", "show:1", "show:2"]
    assert shown.of("button", "aria-label")[1] == "Paragraph 1: show it on page 1"


def test_a_new_page_is_announced_once() -> None:
    there = (TEXT[0], paragraph(1, "Later.", (2, 2)), paragraph(2, "Too.", (2, 3)), paragraph(3, "Last.", (3, 3)))
    assert [press for press in Shown(full_text(REPORT, there)).of("button", "data-press") if "page" in press] == [
        "page:1",
        "page:2",
        "page:3",
    ]


def test_a_document_without_pages_has_numbers_but_no_buttons() -> None:
    shown = Shown(full_text(replace(REPORT, pages=1), [replace(each, boxes=()) for each in TEXT]))
    assert "button" not in shown.elements
    assert "1Caseloads" in shown.words


def test_headings_never_skip_a_level_however_deep_they_are_said_to_be() -> None:
    deep = [heading(0, "A", "x", "y", "z", "w", "v"), heading(1, "B"), heading(2, "C", "B"), heading(3, "D", *"abcdef")]
    found = [int(tag[1]) for tag in Shown(full_text(REPORT, deep)).elements if tag in ("h2", "h3", "h4", "h5", "h6")]
    assert found[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(found))


def test_the_contents_lead_to_the_headings_in_the_text() -> None:
    both = [heading(0, "Findings"), TEXT[1], heading(2, "Leaders", "Findings")]
    listed, text = Shown(contents(both)), Shown(full_text(REPORT, both))
    assert listed.words == "ContentsFindings page 1Leaders page 1"
    assert listed.of("button", "data-press") == ["text:0", "text:2"]
    assert {"text-0", "text-2"} <= set(text.of("h3", "id") + text.of("h4", "id"))
    assert contents(TEXT) == ""


def test_the_chosen_paragraph_is_marked_and_its_words_are_told_to_those_who_do_not_see_it() -> None:
    shown = Shown(leaf.html(Leaf(1, TEXT[1]), REPORT, PICTURE, 3))
    assert "Paragraph 1, page 1" in shown.words
    assert [given for _tag, given in shown.attributes if given.get("class") == "mark"] != []
    assert shown.of("img", "alt") == [
        "Page 1 of Saltmere Borough Council; paragraph 1 is marked: Caseloads are manageable."
    ]
    assert "text:1" in shown.of("button", "data-press")
    assert shown.of("h2", "data-opening") == ["3"]


def test_another_page_has_no_mark_and_no_paragraphs_name() -> None:
    shown = Shown(leaf.html(Leaf(2, TEXT[1]), REPORT, PICTURE, 1))
    assert shown.words.startswith("Page 2")
    assert not [given for _tag, given in shown.attributes if given.get("class") == "mark"]
    assert shown.of("img", "alt") == ["Page 2 of Saltmere Borough Council"]


def test_a_paragraph_over_two_pages_leads_to_its_other_page() -> None:
    long = paragraph(1, "Long.", (1, 2))
    assert "It continues on page 2. Show page 2" in Shown(leaf.html(Leaf(1, long), REPORT, PICTURE, 1)).words
    assert "It begins on page 1. Show page 1" in Shown(leaf.html(Leaf(2, long), REPORT, PICTURE, 1)).words


@pytest.mark.parametrize(
    ("press", "page"), [("previous page", 1), ("next page", 3), ("page:3", 3), ("page:99", 3), ("page:0", 1)]
)
def test_pages_are_turned_within_the_report(press: str, page: int) -> None:
    assert Leaf(2).turned(press, REPORT).page == page
    assert Leaf(1).turned("previous page", REPORT).page == 1


def test_a_page_that_cannot_be_drawn_is_told_of() -> None:
    shown = Shown(leaf.html(Leaf(1, TEXT[1]), REPORT, None, 1))
    assert "cannot be shown as a picture" in shown.words
    assert "img" not in shown.elements


def test_hostile_words_are_shown_as_text_everywhere() -> None:
    bad = paragraph(1, HOSTILE)
    hostile = replace(
        REPORT,
        title=HOSTILE,
        file=f"{HOSTILE}.pdf",
        council=HOSTILE,
        outcome=HOSTILE,
        stated={"council": bad.id},
        notes=(HOSTILE,),
        judgements=(Judgement("overall", HOSTILE, HOSTILE, "good", bad.id),),
        improvement_lists=(ImprovementList("recommendations", HOSTILE, (bad.id,)),),
        previous_inspections=(PreviousInspection(HOSTILE, "overall", HOSTILE, "good", (bad.id,)),),
    )
    allowed = {
        "header",
        "p",
        "h1",
        "h2",
        "h3",
        "div",
        "bdi",
        "button",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    allowed |= {"aside", "img", "details", "summary", "ul", "li"}
    pieces = [head(hostile), facts(hostile, [bad]), full_text(hostile, [bad, heading(2, HOSTILE, HOSTILE)])]
    pieces += [contents([heading(2, HOSTILE)]), leaf.html(Leaf(1, bad), hostile, PICTURE, 1)]
    for shown in map(Shown, pieces):
        assert set(shown.elements) <= allowed
        assert not [name for _tag, given in shown.attributes for name in given if name.startswith("on")]
    assert all(HOSTILE in Shown(piece).words for piece in pieces[:4])
