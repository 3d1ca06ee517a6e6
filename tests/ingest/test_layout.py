"""Running headers, footers and page numbers go; body text in the same bands stays."""

from ingest import layout
from ingest.document import Line
from tests.ingest.printed import document, line


def _texts(*lines: Line) -> list[str]:
    return [one.text for one in layout.body(document(*lines))]


def test_lines_that_come_back_at_the_foot_of_three_pages_are_running() -> None:
    pages = [
        (
            line(f"Inspection of Saltmere, page {page}", 800, page=page),
            line(f"Body of {'abc'[page - 1]}.", 300, page=page),
        )
        for page in (1, 2, 3)
    ]
    assert _texts(*(one for page in pages for one in page)) == ["Body of a.", "Body of b.", "Body of c."]


def test_body_text_in_the_foot_s_band_stays() -> None:
    assert _texts(line("Help comes early.", 765), line("Help comes late.", 765, page=2)) == [
        "Help comes early.",
        "Help comes late.",
    ]


def test_page_numbers_go_at_the_top_and_at_the_foot() -> None:
    assert _texts(line("3", 40), line("Body.", 300), line("Page 4 of 9", 800)) == ["Body."]


def test_a_number_within_the_page_stays() -> None:
    assert _texts(line("3", 300)) == ["3"]


def test_a_footer_that_differs_on_one_page_goes_for_its_place_and_size() -> None:
    body = [
        line(f"{word} help comes early to every family of Saltmere.", 300, page=page)
        for page, word in enumerate(("A", "B", "C", "D"), 1)
    ]
    footers = [line("Inspection of Saltmere", 800, page=page, size=8) for page in (1, 2, 3)]
    odd = line("Inspection of Saltmer", 800, page=4, size=8)
    assert _texts(*body, *footers, odd) == [one.text for one in body]
