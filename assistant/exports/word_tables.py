"""Tables in Word documents, and the pages that wide ones need."""

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import Table


def describe_table(table: Table, words: str) -> None:
    """Say what a table holds, to who does not see it. Its first row is its head on every page; no row is split."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx knows none of these
    for name in ("w:tblCaption", "w:tblDescription"):
        said = OxmlElement(name)
        said.set(qn("w:val"), words)
        properties.append(said)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def keep_whole(table: Table) -> None:
    """The table starts on the next page where it fits there whole."""
    for row in list(table.rows)[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def turn_page(section: Section) -> None:
    """Lay a section's pages on their side, or upright again."""
    section.page_width, section.page_height = section.page_height, section.page_width
    is_wide = (section.page_width or 0) > (section.page_height or 0)
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
