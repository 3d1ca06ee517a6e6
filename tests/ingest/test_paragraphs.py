"""Each rule of the layouts: which lines make one Paragraph, of what kind, under which headings."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from corpus.report import Paragraph
from ingest import headings, paragraphs
from ingest.document import Document, Line
from tests.ingest.printed import CELL, INDENT, LEFT, STEP, document, line, paragraph

BODY = "Leaders in Saltmere know their children well and act early, so that most families get the help that they need."


def _found(*lines: Line, pages: int = 0) -> tuple[Paragraph, ...]:
    """What is found in lines that follow a page of body text, which makes clear how large the body is set."""
    before = [replace(one, page=1) for one in paragraph(f"1. {BODY} {BODY}", 100, hang=INDENT)]
    found = paragraphs.find(document(*before, *lines, pages=pages), "r")
    return found[1:]


def test_a_numbered_paragraph_keeps_its_number_apart_from_its_text() -> None:
    (found,) = _found(*paragraph(f"2. {BODY}", 300, hang=INDENT))
    assert (found.kind, found.number, found.text) == ("numbered", "2", BODY)


def test_numbered_paragraphs_without_blank_lines_between_them_are_told_apart() -> None:
    one, two = _found(*paragraph(f"2. {BODY}", 300, hang=INDENT), *paragraph(f"3.{BODY}", 300 + 2 * STEP, hang=INDENT))
    assert (one.number, two.number, two.text) == ("2", "3", BODY)


def test_a_number_at_the_start_of_a_line_within_a_sentence_starts_nothing() -> None:
    (found,) = _found(
        line("2. The service for young people who are over", 300), line("18. It is new.", 300 + STEP, INDENT)
    )
    assert found.text == "The service for young people who are over 18. It is new."


def test_a_hyphen_at_the_end_of_a_line_joins_its_word() -> None:
    (found,) = _found(
        line("Planning for children is thorough and well-", 300), line("considered by managers.", 300 + STEP)
    )
    assert found.text == "Planning for children is thorough and well-considered by managers."


def test_a_hyphen_that_only_breaks_a_word_goes_where_the_document_shows_the_word_whole() -> None:
    (found,) = _found(line("Leaders act early, and their chil-", 300), line("dren know it.", 300 + STEP))
    assert found.text == "Leaders act early, and their children know it."


def test_a_hyphen_before_and_keeps_its_space() -> None:
    (found,) = _found(line("There is good help for homeless 16-", 300), line("and 17-year-olds.", 300 + STEP))
    assert found.text == "There is good help for homeless 16- and 17-year-olds."


def test_bullets_lose_their_glyph_and_keep_the_line_that_introduces_them() -> None:
    intro, one, sub, two = _found(
        line("2. Leaders should improve:", 300),
        line("\uf06e supervision, in particular", 330, INDENT),
        line("\uf02d of new staff", 350, INDENT + 20),
        line("\uf06e plans", 370, INDENT),
    )
    assert [p.text for p in (one, sub, two)] == ["supervision, in particular", "of new staff", "plans"]
    assert (one.introduced_by, sub.introduced_by, two.introduced_by) == (intro.id, one.id, intro.id)


def test_a_line_that_breaks_before_a_dash_is_no_bullet() -> None:
    (found,) = _found(
        line("The council runs four homes through a company which it owns itself and named after it", 300),
        line("– Saltmere Together.", 300 + STEP),
    )
    assert found.text.endswith("named after it – Saltmere Together.")


def test_a_paragraph_over_a_page_s_end_is_one_with_boxes_on_both_pages() -> None:
    (found,) = _found(line("2. The council knows what it must", 770), line("do next.", 80, INDENT, page=2), pages=2)
    assert (found.page, found.last_page, found.text) == (1, 2, "The council knows what it must do next.")
    assert [box.page for box in found.boxes] == [1, 2]


def test_a_running_footer_within_a_paragraph_is_left_out() -> None:
    footers = [line(f"Inspection of Saltmere children’s services {page}", 800, page=page, size=8) for page in (1, 2, 3)]
    (found,) = _found(
        line("2. The council knows what it must", 770),
        footers[0],
        line("do in the years that lie", 80, INDENT, page=2),
        footers[1],
        line("ahead of it.", 80, INDENT, page=3),
        footers[2],
    )
    assert found.text == "The council knows what it must do in the years that lie ahead of it."


def test_a_footnote_stands_behind_the_paragraph_that_its_page_interrupts() -> None:
    body, note = _found(
        line("2. The council knows what it must", 700),
        line("1 Census of Saltmere.", 770, size=10, mark="footnote"),
        line("do next.", 80, INDENT, page=2),
        pages=2,
    )
    assert (body.text, body.last_page) == ("The council knows what it must do next.", 2)
    assert (note.kind, note.number, note.text) == ("footnote", "1", "Census of Saltmere.")


def test_a_heading_of_two_lines_run_into_its_paragraph_is_told_apart() -> None:
    heading, body = _found(
        line("The experiences and progress of children who need help", 300, size=14, bold=True),
        line("and protection: good", 317, size=14, bold=True),
        *paragraph(f"2. {BODY}", 334, hang=INDENT),
    )
    assert heading.kind == "heading"
    assert body.heading == ("The experiences and progress of children who need help and protection: good",)


def test_headings_stand_under_larger_ones() -> None:
    *_, body = _found(
        line("The local authority", 300, size=26),
        line("Summary of findings", 340, size=16, bold=True),
        line("Adoption", 370, bold=True),
        *paragraph(f"2. {BODY}", 400, hang=INDENT),
    )
    assert body.heading == ("The local authority", "Summary of findings", "Adoption")


def test_a_heading_ends_those_of_its_own_size_and_smaller() -> None:
    *_, body = _found(
        line("Summary of findings", 300, size=16, bold=True),
        line("Adoption", 330, bold=True),
        line("Recommendations", 360, size=16, bold=True),
        *paragraph(f"2. {BODY}", 400, hang=INDENT),
    )
    assert body.heading == ("Recommendations",)


def test_a_graded_section_ends_the_list_of_what_needs_to_improve_though_it_is_set_smaller() -> None:
    *_, body = _found(
        line("What needs to improve?", 300, size=14, bold=True),
        line("■ Supervision.", 330),
        line("The experiences and progress of care leavers: good", 360, bold=True),
        *paragraph(f"2. {BODY}", 400, hang=INDENT),
    )
    assert body.heading == ("The experiences and progress of care leavers: good",)


def test_a_short_line_over_a_list_is_its_heading_though_it_is_set_like_the_text() -> None:
    heading, bullet = _found(line("Local leadership", 300, page=2), line("■ The director came in May.", 330, page=2))
    assert (heading.kind, bullet.heading) == ("heading", ("Local leadership",))


def test_a_judgement_row_is_one_paragraph_with_its_grade_behind_a_tab() -> None:
    (row,) = _found(
        line("The experiences and progress of", 300, bold=True),
        line("children in care", 300 + STEP, bold=True),
        line("Good", 300 + STEP / 2, CELL, bold=True),
    )
    assert (row.kind, row.text) == ("judgement", "The experiences and progress of children in care\tGood")


def test_a_grade_on_two_lines_beside_one_is_whole() -> None:
    (row,) = _found(
        line("2.1 Adoption performance", 310, INDENT),
        line("Requires", 303, CELL, bold=True),
        line("improvement", 303 + STEP, CELL, bold=True),
    )
    assert (row.kind, row.number, row.text) == ("judgement", "2.1", "Adoption performance\tRequires improvement")


def test_a_graded_row_at_the_head_of_a_section_heads_its_paragraphs() -> None:
    _, body = _found(
        line("Leadership, management and governance", 100, page=2, bold=True),
        line("Good", 100, CELL, page=2, bold=True),
        *paragraph(f"2. {BODY}", 140, hang=INDENT, page=2),
        pages=2,
    )
    assert body.heading == ("Leadership, management and governance: Good",)


def test_a_responsible_body_and_its_action_are_one_row_with_all_its_bullets() -> None:
    (row,) = _found(
        line("Saltmere Council", 300),
        line("and NHS Mere", 300 + STEP),
        line("Leaders should act together to improve the plans of", 300, 230),
        line("children, in particular:", 300 + STEP, 230),
        line("• their timeliness", 300 + 3 * STEP, 250),
        line("• their quality and", 300 + 4 * STEP, 250),
        line("the voice of the child in every one of them that is", 300 + 5 * STEP, 262),
        line("written or reviewed", 300 + 6 * STEP, 262),
        line("in the year.", 300 + 7 * STEP, 262),
    )
    assert row.kind == "table"
    assert row.text.startswith("Saltmere Council and NHS Mere\tLeaders should act together")
    assert row.text.endswith("in the year.")


def test_a_row_over_a_page_s_end_goes_on_in_a_paragraph_that_it_introduces() -> None:
    row, rest = _found(
        line("Saltmere Council", 770),
        line("Leaders should act to", 770, 230),
        line("improve plans.", 80, 230, page=2),
        pages=2,
    )
    assert (row.text, rest.text, rest.page) == ("Saltmere Council\tLeaders should act to", "improve plans.", 2)
    assert rest.introduced_by == row.id


def test_the_rows_of_a_one_column_table_are_told_apart_by_a_hair_s_breadth() -> None:
    rows = _found(
        *paragraph(
            "Leaders should share what they know of each child with their partners and with the school in good time.",
            300,
        ),
        *paragraph("Leaders should listen to parents.", 300 + 2 * STEP + 0.5),
    )
    assert [row.text[-8:] for row in rows] == ["od time.", "parents."]


def test_a_contents_page_is_told_by_its_heading() -> None:
    _, entry, long, after, _ = _found(
        line("Contents", 80, page=2, size=26),
        line("Summary", 120, page=2),
        line("3", 120, 516, page=2),
        line("What the council must do", 150, page=2),
        line("5", 150, 516, page=2),
        line("Summary", 80, page=3, size=16, bold=True),
        *paragraph(f"2. {BODY}", 120, hang=INDENT, page=3),
    )
    assert (entry.text, entry.heading, long.heading) == ("Summary\t3", ("Contents",), ("Contents",))
    assert (after.kind, after.heading) == ("heading", ())


def test_the_publisher_s_words_at_the_end_stand_under_no_section_s_heading() -> None:
    *_, office, address = _found(
        line("The impact of leaders: good", 300, size=16, bold=True),
        *paragraph(f"2. {BODY}", 340, hang=INDENT),
        *paragraph("The Office for Standards in Education, Children’s Services and Skills inspects.", 80, page=2),
        line("Saltmere Street", 160, page=2),
    )
    assert (office.heading, address.heading) == (("Publisher",), ("Publisher",))
    assert headings.is_annex(office.heading)
    assert not headings.is_annex(("The impact of leaders: good",))


def test_markup_without_places_keeps_its_kinds_and_has_no_boxes() -> None:
    lines = (
        Line("Visit to Saltmere", 1, size=9, mark="heading"),
        Line("What needs to improve", 1, size=8, mark="heading"),
        Line("Plans.", 1, x0=20, mark="bullet"),
        Line("Overall\tGood", 1, mark="row"),
    )
    found = paragraphs.find(Document(lines, 1), "r")
    assert [one.kind for one in found] == ["heading", "heading", "bullet", "judgement"]
    assert found[2].heading == ("What needs to improve",)
    assert all(one.boxes == () for one in found)


_TEXT = some.text(some.characters(categories=("Lu", "Ll", "Nd", "Po", "Pd", "Zs", "Co")), min_size=1, max_size=20)
_LINES = some.lists(
    some.builds(
        line,
        text=_TEXT.map(lambda text: " ".join(text.split())).filter(bool),
        y=some.floats(0, 840),
        x=some.sampled_from((LEFT, INDENT, CELL)),
        page=some.integers(1, 3),
        size=some.sampled_from((8.0, 10.0, 12.0, 14.0)),
        bold=some.booleans(),
        mark=some.sampled_from(("", "", "", "heading", "bullet", "paragraph", "row")),
    ),
    max_size=30,
)


def _letters(text: str) -> list[str]:
    return sorted(character for character in text if character.isalnum())


@given(_LINES)
def test_no_lines_fail_and_no_word_is_dropped_or_doubled(lines: list[Line]) -> None:
    """Letters are compared, for a word broken over two lines is joined."""
    whole = Document(tuple(lines), 3)  # without heights no line is taken for a running one
    found = paragraphs.find(whole, "r")
    told = "".join((one.number or "") + one.text for one in found)
    assert _letters("".join(one.text for one in lines)) == _letters(told)
    assert [one.position for one in found] == list(range(len(found)))
    assert all(one.text.strip() == one.text and one.text for one in found)
