"""A briefing leaves in four formats with the same words, numbers and sources, and hostile words are words in each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import docx
import pptx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pptx.enum.shapes import MSO_SHAPE_TYPE

from assistant.briefings.briefing import Briefing, Item, ItemKind, Section
from assistant.briefings.export import FORMATS, export
from assistant.briefings.numbering import number_briefing
from assistant.briefings.pack import GradeTable, Pack, pack
from assistant.briefings.paging import ROOM, height
from assistant.briefings.slides import BELOW, slides
from assistant.citations import Draft
from assistant.exports.grade_picture import draw_grades
from assistant.paper import exact
from assistant.tables import GradeRow
from corpus.library import Library
from tests.assistant.briefings.made import PARAGRAPHS, REPORT, full, hold, hostile
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
        yield from (citation.whose, citation.place, *exact(citation))


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
        # Word counts the sources of its list itself.
        assert squeezed(citation.place if ending == "docx" else f"{citation.number}{citation.place}") in words


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


def _of(kind: ItemKind, *texts: str) -> Briefing:
    """A briefing with one section, "Long", of such items."""
    whole = full()
    items = []
    for at, text in enumerate(texts):
        paragraph = replace(PARAGRAPHS[1], id=f"{REPORT.id}-9{at:03d}", text=text)
        items.append(Item(kind, "", (Draft(text, (paragraph,), "Fennimoor"),), (REPORT,)))
    return replace(whole, sections=(Section("Long", tuple(items)),))


def test_nothing_is_cut_on_slides_and_what_is_long_goes_on_on_the_next(held: Library) -> None:
    words = "Kites are flown over the marsh at night by the light of lanterns. " * 50
    for kind in get_args(ItemKind)[:2]:
        found = [each for each in slides(pack(_of(kind, words), held)) if each.title.startswith("Long")]
        assert len(found) > 1
        said = " ".join(line.text for each in found for line in each.lines if not line.bold and not line.small)
        assert squeezed(said) == squeezed(words)
        assert found[-1 if kind == "key message" else 0].lines[-1 if kind == "key message" else 0].citations == (1,)


def test_each_quotation_has_a_slide_in_quotation_marks_and_letters_as_large_as_fit(held: Library) -> None:
    short, long = "Lanterns are lit at dusk.", "Kites are flown over the marsh at night by lanterns. " * 9
    found = [each for each in slides(pack(_of("quote", short, long.strip()), held)) if each.is_quote]
    assert [each.lines[0].text for each in found] == [f"“{short}”", f"“{long.strip()}”"]
    assert found[0].size > found[1].size


def test_no_slide_has_a_leftover_while_another_is_full(held: Library) -> None:
    texts = [f"Kite {at} is flown over the marsh at night by the light of many lanterns. " * 2 for at in range(7)]
    found = [each for each in slides(pack(_of("key message", *texts), held)) if each.title.startswith("Long")]
    held_by_each = [sum(not line.bold for line in each.lines) for each in found]
    assert sum(held_by_each) == 7
    assert max(held_by_each) - min(held_by_each) <= 1
    assert all(each.lines[0].text == "Fennimoor" for each in found)  # the heading stands on each


def test_every_slide_but_the_first_has_its_number(held: Library) -> None:
    deck = pptx.Presentation(BytesIO(export(full(), held, "pptx")))
    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}fld"
    numbers = [[each.findtext(f"{name[:-3]}t") for each in slide.element.iter(name)] for slide in deck.slides]
    assert numbers == [[], *([str(at)] for at in range(2, len(numbers) + 1))]


def test_the_pdf_is_tagged_with_headings_lists_and_a_headed_table(held: Library) -> None:
    opened = pypdfium2.PdfDocument(export(full(), held, "pdf"))
    found = tags(opened)
    assert {"H1", "H2", "H3", "L", "LI", "Table", "TR", "TH", "TD", "BlockQuote", "Link"} <= set(found)
    assert [tag for tag in found if tag in ("H1", "H2", "H3")][:3] == ["H1", "H2", "H2"]


@pytest.mark.parametrize("made", [full(), hostile()])
def test_nothing_stands_on_a_slide_that_has_no_room_for_it(held: Library, made: Briefing) -> None:
    for slide in slides(pack(made, held)):
        assert len(slide.title) <= 100
        room = BELOW if slide.table or slide.picture else ROOM
        assert height(slide.lines, slide.size) <= room, slide


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
