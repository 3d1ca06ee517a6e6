"""A front page's title and the facts right below it are one Paragraph."""

from ingest import paragraphs
from tests.ingest.printed import CELL, document, line, paragraph

BODY = "Leaders in Saltmere know their children well and act early, so that most families get the help that they need."


def test_a_front_page_s_title_and_facts_are_one_paragraph_with_a_line_each() -> None:
    found = paragraphs.find(
        document(
            line("Local area report", 40, size=10),
            line("Saltmere City Council", 80, size=26),
            line("Inspection of children’s social care services", 120, size=14, bold=True),
            line("Inspection dates: 4 to 15 February 2019", 150, size=14, bold=True),
            line("Lead inspector: A. Mere HMI", 180, size=14, bold=True),
            line("Summary", 220, size=14, bold=True),
            *paragraph(BODY + " " + BODY, 300),
        ),
        "r",
    )
    kicker, cover, heading, body = found
    assert (kicker.text, heading.text) == ("Local area report", "Summary")
    assert cover.text.split("\n") == [
        "Saltmere City Council", "Inspection of children’s social care services",
        "Inspection dates: 4 to 15 February 2019", "Lead inspector: A. Mere HMI",
    ]  # fmt: skip
    assert (cover.kind, cover.heading, cover.boxes[0].y0, cover.boxes[0].y1) == ("prose", (), 80, 194)
    assert body.heading == ("Summary",)
    assert [one.position for one in found] == [0, 1, 2, 3]


def test_a_title_s_lines_without_facts_below_are_one_heading() -> None:
    title, row, *_ = paragraphs.find(
        document(
            line("Inspection of looked after children services", 80, size=18, bold=True),
            line("Saltmere Council", 110, size=18, bold=True),
            line("Inspection dates:", 150),
            line("15-19 July 2013", 150, CELL),
            *paragraph(BODY + " " + BODY, 300),
        ),
        "r",
    )
    assert (title.kind, title.text) == ("heading", "Inspection of looked after children services\nSaltmere Council")
    assert row.text == "Inspection dates:\t15-19 July 2013"
