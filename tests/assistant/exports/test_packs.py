"""A briefing leaves in four formats with the same words, numbers and sources, and hostile words are words in each."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import pptx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pptx.enum.shapes import MSO_SHAPE_TYPE

from assistant.briefings.briefing import Briefing
from assistant.briefings.export import FORMATS, export
from assistant.briefings.numbering import number_briefing
from assistant.briefings.pack import GradeTable, Pack, pack
from assistant.briefings.slides import height, slides
from assistant.exports.grade_picture import draw_grades
from assistant.paper import exact
from assistant.tables import GradeRow
from corpus.library import Library
from tests.assistant.briefings.made import full, hold, hostile
from tests.assistant.exports.leading import addresses
from tests.assistant.exports.made import squeezed
from tests.assistant.exports.tagged import tags
from tests.fakes import HOSTILE

_MARK = re.compile(r"\[(\d+)\]")


@pytest.fixture
def held(library: Library) -> Library:
    """A library with the report that the full briefing cites."""
    return hold(library)


def _words(content: bytes, ending: str) -> str:
    """All that a reader sees in a file, notes of slides included."""
    match ending:
        case "docx":
            body = docx.Document(BytesIO(content)).element.body
            return "\n".join("".join(text.text or "" for text in line.iter(qn("w:t"))) for line in body.iter(qn("w:p")))
        case "pptx":
            return "\n".join(_of_slides(content))
        case "pdf":
            opened = pypdfium2.PdfDocument(content)
            return "\n".join(page.get_textpage().get_text_bounded() for page in opened)
        case _:
            tokens = MarkdownIt().enable("table").parse(content.decode())
            inline = [child.content for token in tokens for child in token.children or []]
            return "\n".join(inline)


def _of_slides(content: bytes) -> Iterator[str]:
    for slide in pptx.Presentation(BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            elif shape.has_table:
                yield from (cell.text_frame.text for cell in shape.table.iter_cells())
        yield slide.notes_slide.notes_text_frame.text


def _said(shown: Pack) -> Iterator[str]:
    """Everything that every format has to show."""
    yield from (shown.title, shown.audience, shown.purpose, *shown.notes, *shown.licences)
    for chapter in shown.chapters:
        yield chapter.title
        for entry in chapter.entries:
            yield from (entry.text, entry.remark)
            if not entry.grades:
                yield from (claim.text for claim in entry.claims)
    for citation in shown.citations:
        yield from (citation.label, *exact(citation))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("made", [full(), hostile()])
def test_every_word_is_in_every_format(held: Library, ending: str, made: Briefing) -> None:
    words = squeezed(_words(export(made, held, ending), ending))
    for said in _said(pack(made, held)):
        shown = said.partition("\u202e")[0] if ending == "pdf" else said  # a PDF holds letters as they are seen
        assert squeezed(shown) in words, said


@pytest.mark.parametrize("ending", FORMATS)
def test_the_numbers_are_the_screens_in_every_format(held: Library, ending: str) -> None:
    """After each sentence stand its numbers, and after each number's source its place."""
    numbered = number_briefing(full())
    words = squeezed(_words(export(full(), held, ending), ending))
    for claims in numbered.claims.values():
        for claim in claims:
            if "was judged" not in claim.text:
                assert squeezed(claim.text) + "".join(map(str, claim.citations)) in words
    for citation in numbered.citations:
        marked = squeezed(f"{citation.number}{citation.label}")
        # Word counts the sources of its list itself.
        assert (squeezed(citation.label) if ending == "docx" else marked) in words


def test_words_list_of_sources_is_numbered_by_word_as_the_sentences_are(held: Library) -> None:
    document = docx.Document(BytesIO(export(full(), held, "docx")))
    sources = [line for line in document.paragraphs if line.style and line.style.name == "Source"]
    names = [mark.get(qn("w:name")) for line in sources for mark in line._p.iter(qn("w:bookmarkStart"))]
    assert names == [f"briefing_source_{number}" for number in (1, 2, 3, 4)]
    anchors = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    assert set(anchors) == set(names)


def test_word_has_real_headings_lists_and_a_table_of_grades_with_a_head(held: Library) -> None:
    document = docx.Document(BytesIO(export(full(), held, "docx")))
    headings = [
        (line.style.name, line.text) for line in document.paragraphs if line.style and "Head" in str(line.style.name)
    ]
    assert headings == [
        ("Heading 1", "Lanterns in Fennimoor"),
        ("Heading 2", "Key messages"),
        ("Heading 2", "Findings"),
        ("Heading 3", "Who keeps bees?"),
        ("Heading 2", "Sources"),
        ("Heading 2", "Terms of use"),
    ]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Area", "Fennimoor, ILACS inspection, March 2021"],
        ["overall effectiveness", "good\xa0[3]"],
        ["care leavers", "outstanding\xa0[2]"],
    ]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_slides_can_be_read_by_everyone(held: Library) -> None:
    """Every slide has a title of its own, first in its order; letters of 18 points or more; English; a told table."""
    deck = pptx.Presentation(BytesIO(export(full(), held, "pptx")))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    assert titles[0] == "Lanterns in Fennimoor"
    for slide in deck.slides:
        assert slide.shapes[0] == slide.shapes.title
        for run in slide.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr"):
            assert run.get("lang") == "en-GB"
            assert int(run.get("sz")) >= 1800
        for shape in slide.shapes:
            if shape.has_table:
                assert "a row for each area" in shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_a_number_on_a_slide_leads_to_the_slide_of_its_source(held: Library) -> None:
    deck = pptx.Presentation(BytesIO(export(full(), held, "pptx")))
    at_source = {slide.slide_id for slide in deck.slides if slide.shapes.title.text_frame.text.startswith("Sources")}
    parts = {slide.part.partname: slide.slide_id for slide in deck.slides}
    links = [
        parts[
            slide.part.related_part(
                click.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            ).partname
        ]
        for slide in deck.slides
        for click in slide.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick")
    ]
    assert links
    assert set(links) <= at_source


def test_no_foreign_word_becomes_a_link_or_a_mark(held: Library) -> None:
    """Nothing leads out of the file, and what looks like HTML or Markdown stays as it was written."""
    for ending in ("docx", "pptx"):
        packed = ZipFile(BytesIO(export(hostile(), held, ending)))
        rels = [
            packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels") and "slideM" not in name
        ]
        assert not any("evil.example" in each for each in rels)
    written = export(hostile(), held, "md").decode()
    opened = MarkdownIt("commonmark", {"html": True}).enable("table").parse(written)
    kinds = {child.type for token in opened for child in token.children or []} | {token.type for token in opened}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "code_inline", "fence"}
    assert squeezed(HOSTILE) in squeezed(_words(written.encode(), "md"))


def test_long_words_are_shortened_on_the_slide_in_plain_sight_and_whole_in_its_notes(held: Library) -> None:
    long = full()
    words = "Kites are flown over the marsh at night by the light of lanterns. " * 9
    section = long.sections[0]
    item = section.items[0]
    draft = item.drafts[0]
    changed = type(long)(
        long.title,
        long.made,
        sections=(
            type(section)("Long", (type(item)(item.kind, "", (type(draft)(words, draft.paragraphs),), item.reports),)),
        ),
    )
    (slide,) = [each for each in slides(pack(changed, held)) if each.title == "Long"]
    assert slide.lines[0].text.endswith(" …")
    assert words.startswith(slide.lines[0].text.removesuffix(" …"))
    assert words.strip() in slide.notes[0]


def test_the_pdf_is_tagged_with_headings_lists_and_a_headed_table(held: Library) -> None:
    opened = pypdfium2.PdfDocument(export(full(), held, "pdf"))
    found = tags(opened)
    assert {"H1", "H2", "H3", "L", "LI", "Table", "TR", "TH", "TD", "BlockQuote", "Link"} <= set(found)
    assert [tag for tag in found if tag in ("H1", "H2", "H3")][:3] == ["H1", "H2", "H2"]


@pytest.mark.parametrize("made", [full(), hostile()])
def test_nothing_stands_on_a_slide_that_has_no_room_for_it(held: Library, made: Briefing) -> None:
    for slide in slides(pack(made, held)):
        assert len(slide.title) <= 100
        room = 90 if slide.table else 375  # points; below a table there is less
        assert sum(map(height, slide.lines)) <= room, slide


@pytest.mark.parametrize("ending", FORMATS)
def test_each_source_links_to_its_page_where_that_has_an_address(held: Library, ending: str) -> None:
    cited = pack(full(), held).citations
    content = export(
        full(), held, ending, lambda each: f"https://reports.example/report?report={each.report.id}&page={each.number}"
    )
    wanted = {f"https://reports.example/report?report={each.report.id}&page={each.number}" for each in cited}
    assert wanted <= addresses(content, ending)
    assert not any("reports.example" in address for address in addresses(export(full(), held, ending), ending))


def test_the_grades_stand_as_a_picture_too_and_are_told_to_who_does_not_see_it(held: Library) -> None:
    wanted = "Picture of the grades for overall effectiveness: "
    body = docx.Document(BytesIO(export(full(), held, "docx"))).element.body
    assert [each.get("descr").startswith(wanted) for each in body.iter(qn("wp:docPr"))] == [True]
    deck = pptx.Presentation(BytesIO(export(full(), held, "pptx")))
    drawn = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert [each._element.nvPicPr.cNvPr.get("descr").startswith(wanted) for each in drawn] == [True]
    assert "Figure" in tags(pypdfium2.PdfDocument(export(full(), held, "pdf")))


def test_no_picture_is_drawn_of_what_is_on_no_common_scale() -> None:
    row = GradeRow("Corvenshire, area SEND inspection, May 2024", "the partnership", "inconsistent experiences", (1,))
    assert draw_grades(GradeTable((row.report,), (("the partnership", (row,)),))) is None


def test_no_row_of_the_table_in_word_is_split_over_two_pages_and_its_head_is_on_each(held: Library) -> None:
    (table,) = docx.Document(BytesIO(export(full(), held, "docx"))).tables
    for at, row in enumerate(table.rows):
        assert row._tr.trPr is not None
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        assert (row._tr.trPr.find(qn("w:tblHeader")) is not None) == (at == 0)
