"""The paragraph behind a citation, its words and its page."""

from dataclasses import replace

from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui.source.panel import Around, html
from ui.source.source import Source

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (1000).to_bytes(4, "big") + (1600).to_bytes(4, "big")
)  # 500 by 800 points
AROUND = Around(last=2, picture=PICTURE, original=True)
PARAGRAPHS = [made.paragraph(0), made.paragraph(1, pages=(1, 2)), made.paragraph(2, pages=(2, 2))]


def opened(position: int = 1) -> Source:
    """The source of one of the paragraphs."""
    return Source.of(0, made.citation(1, PARAGRAPHS[position]), "0:1")


def test_a_source_opens_at_the_page_where_its_paragraph_begins() -> None:
    assert opened(2).page == 2


def test_the_next_and_previous_paragraphs_can_be_read_and_the_cited_one_found_again() -> None:
    after = opened().moved("next", PARAGRAPHS)
    assert (after.paragraph.position, after.page, after.is_cited) == (2, 2, False)
    assert after.moved("previous", PARAGRAPHS).is_cited
    assert after.moved("cited", PARAGRAPHS) == opened()


def test_reading_stops_at_the_first_and_at_the_last_paragraph() -> None:
    assert opened(0).moved("previous", PARAGRAPHS) == opened(0)
    assert opened(2).moved("next", PARAGRAPHS) == opened(2)


def test_pages_are_turned_within_the_report() -> None:
    assert [opened().moved(press, PARAGRAPHS).page for press in ("previous page", "next page")] == [1, 2]
    assert opened().moved("next page", []).moved("next page", []).moved("next page", []).page == 3


def test_a_paragraph_that_runs_over_a_page_shows_a_way_to_the_rest_and_back() -> None:
    source = opened()
    assert "The paragraph continues on page 2." in Shown(html(source, 1, AROUND)).words
    there = source.moved("other page", PARAGRAPHS)
    assert there.page == 2
    assert "The paragraph begins on page 1." in Shown(html(there, 1, AROUND)).words
    assert there.moved("other page", PARAGRAPHS).page == 1


def test_the_paragraph_is_marked_and_told_to_those_who_do_not_see_it() -> None:
    shown = Shown(html(opened(0), 1, AROUND))
    assert shown.of("span", "style") == ["left:9.600%;top:12.250%;width:40.800%;height:6.750%"]
    (alt,) = shown.of("img", "alt")
    assert alt == "Page 1 of Saltmere Borough Council; paragraph 0 is marked: Caseloads are manageable."


def test_a_page_without_the_paragraph_says_so_and_has_no_mark() -> None:
    shown = Shown(html(replace(opened(0), page=3), 1, AROUND))
    assert shown.of("span", "style") == []
    assert shown.of("img", "alt") == ["Page 3 of Saltmere Borough Council; paragraph 0 is not on this page."]


def test_label_headings_and_exact_words_are_shown() -> None:
    words = Shown(html(opened(0), 1, Around(last=2))).words
    assert opened(0).label in words
    assert "Leaders" in words
    assert "Caseloads are manageable." in words


def test_a_document_without_pages_shows_its_words_and_no_picture() -> None:
    shown = Shown(html(opened(0), 1, Around(last=2)))
    assert "img" not in shown.elements
    assert "Next page" not in shown.words


def test_the_words_can_be_copied_with_where_they_stand() -> None:
    quote, cited = Shown(html(opened(0), 1, Around(last=2))).of("button", "data-copy")
    assert quote == f"“Caseloads are manageable.” ({opened(0).label}; saltmere.pdf)"
    assert cited == f"Saltmere Borough Council: {opened(0).label}; saltmere.pdf"


def test_a_neighbour_is_said_not_to_be_cited() -> None:
    assert "This paragraph is not cited." in Shown(html(opened().moved("next", PARAGRAPHS), 1, Around(last=2))).words
    assert "This paragraph is not cited." not in Shown(html(opened(), 1, Around(last=2))).words


def test_hostile_words_in_a_source_are_shown_as_words() -> None:
    report = replace(made.REPORT, council=HOSTILE, title=HOSTILE, file=HOSTILE)
    paragraph = replace(made.paragraph(1, HOSTILE), heading=(HOSTILE,), number=HOSTILE)
    shown = Shown(html(Source.of(0, made.citation(1, paragraph, report), "0:1"), 1, replace(AROUND, newer=HOSTILE)))
    assert set(shown.elements) <= set("aside div h2 h3 p bdi blockquote button img span".split())
    assert len(shown.of("img", "src")) == 1
    assert shown.words.count(HOSTILE) >= 4


def test_the_pdf_can_be_opened_where_there_is_one() -> None:
    assert "Open the PDF at page 1 in a new tab" in Shown(html(opened(0), 1, AROUND)).of("button", "aria-label")
    assert "Open the PDF" not in Shown(html(opened(0), 1, replace(AROUND, original=False))).words


def test_a_report_that_is_no_longer_held_keeps_its_words_and_says_so() -> None:
    shown = Shown(html(opened(0), 1, Around()))
    assert "The library no longer holds this file" in shown.words
    assert "Caseloads are manageable." in shown.words
    assert "Next paragraph" not in shown.of("button", "aria-label")


def test_a_newer_report_is_named() -> None:
    shown = Shown(html(opened(0), 1, replace(AROUND, newer="Saltmere, ILACS inspection, May 2022")))
    assert "Superseded by: Saltmere, ILACS inspection, May 2022." in shown.words
