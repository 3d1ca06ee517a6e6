"""Sheets as an Excel workbook, and a workbook read again: values only, never a formula or a macro."""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import openpyxl
from openpyxl.cell import Cell as ExcelCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.exports.sheet import MOST_BYTES, MOST_ROWS, Cell, Column, Sheet, printable
from corpus.errors import UnreadableFile

_DAY = "DD/MM/YYYY"
_UNPACKED = 10 * MOST_BYTES  # a workbook is a zip; one that unpacks to more is meant to fill the memory
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31  # characters: https://support.microsoft.com/office/rename-a-worksheet
_LONGEST_CHOICES = 255  # characters of a list of choices, as the format allows
_LONGEST = 32_767  # characters of a cell, as the format allows
_LINK = "0B4F7D"  # a contrast of 8.6 : 1 with white
_HEAD = PatternFill("solid", fgColor=_LINK)


def excel(sheets: Sequence[Sheet], title: str) -> bytes:
    """A workbook with these Sheets: headings that stay in sight, filters, dates as dates, choices to pick from."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title, workbook.properties.creator = printable(title), "Inspection assistant"
    workbook.properties.language = "en-GB"
    for sheet in sheets:
        _add(workbook.create_sheet(_NOT_IN_NAMES.sub(" ", printable(sheet.name))[:_LONGEST_NAME]), sheet)
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()


def read_excel(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The Sheets of a workbook; the first row with words names the columns. A formula is read as its last value.

    `name` is the file's, for the error. Raises UnreadableFile for what is no workbook, or is too large.
    """
    try:
        _measure(content, name)
        workbook = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        return tuple(_read(sheet, name) for sheet in workbook.worksheets)
    except UnreadableFile:
        raise
    except Exception as error:  # a damaged file can raise anything in a reader of zipped XML
        raise UnreadableFile(name, "it is not an Excel workbook: save it as .xlsx and try again.") from error


def _add(page: Worksheet, sheet: Sheet) -> None:
    page.append([_written(column.name) for column in sheet.columns])
    for at, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(at)].width = column.width
        head = page.cell(1, at)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), _HEAD
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.data_type = "s"  # a heading that begins with = is words too
        if column.choices and sheet.rows:
            page.add_data_validation(_choices(column, at, len(sheet.rows)))
    for row_at, row in enumerate(sheet.rows, start=2):
        for at, value in enumerate(row, start=1):
            cell = page.cell(row_at, at)
            assert isinstance(cell, ExcelCell)
            _put(cell, value)
            if link := sheet.links.get((row_at - 2, at - 1)):
                cell.hyperlink = link
                cell.font = Font(color=_LINK, underline="single")
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _put(cell: ExcelCell, value: Cell) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        cell.value = _written(value)
        cell.data_type = "s"  # words that begin with = are words
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DAY


def _choices(column: Column, at: int, rows: int) -> DataValidation:
    listed = ",".join(choice.replace(",", " ").replace('"', "'") for choice in column.choices)[:_LONGEST_CHOICES]
    found = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    found.error, found.errorTitle = "Choose one of the list.", column.name
    letter = get_column_letter(at)
    found.add(f"{letter}2:{letter}{rows + 1}")
    return found


def _written(words: str) -> str:
    return printable(words)[:_LONGEST]


def _measure(content: bytes, name: str) -> None:
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            name, f"it is larger than {MOST_BYTES // 1_000_000} MB: remove what is not needed from it."
        )
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _UNPACKED:
            raise UnreadableFile(name, "it holds more than can be read: remove what is not needed from it.")


def _read(page: Worksheet, name: str) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for row in page.iter_rows(values_only=True):
        cells = tuple(map(_value, row))
        if any(cell is not None for cell in cells):
            rows.append(cells)
        if len(rows) > MOST_ROWS:
            raise UnreadableFile(name, f"it has more than {MOST_ROWS:,} rows: remove what is not needed from it.")
    head, *rest = rows or [()]
    return Sheet(page.title, tuple(Column(str(cell or "")) for cell in head), tuple(rest))


def _value(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value if value.strip() else None
    return value if isinstance(value, int | float | date) else None if value is None else str(value)
