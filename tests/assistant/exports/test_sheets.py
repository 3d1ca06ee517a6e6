"""Tables as Excel and CSV: what is written is read again as it was, and nothing in a cell ever runs."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from assistant.exports.comma import comma, read_comma
from assistant.exports.excel import excel, read_excel
from assistant.exports.sheet import Column, Sheet
from corpus.errors import UnreadableFile

COLUMNS = (
    Column("What", 40),
    Column("Due", 12),
    Column("Action", 14, ("not begun", "under way", "done")),
    Column("No"),
)
TRICKY = (
    "=HYPERLINK(\"http://example.test\",\"x\")", "+44 20", "-1", "@SUM(A1)", "two\nlines", 'quo"ted, with comma',
    "  leading", "‘curly’ – dash", "שלום", "emoji 🎓",
)  # fmt: skip
SHEET = Sheet("Tracker", COLUMNS, tuple((words, date(2026, 4, 9), "done", 3) for words in TRICKY))


def test_a_workbook_reads_back_cell_for_cell() -> None:
    (read,) = read_excel(excel([SHEET], "Tracker"), "t.xlsx")
    assert [column.name for column in read.columns] == ["What", "Due", "Action", "No"]
    assert read.rows == SHEET.rows


def test_words_that_begin_like_a_formula_stay_words_in_a_workbook() -> None:
    page = openpyxl.load_workbook(io.BytesIO(excel([SHEET], "Tracker"))).worksheets[0]
    assert [page.cell(row, 1).data_type for row in range(2, 2 + len(TRICKY))] == ["s"] * len(TRICKY)


def test_a_workbook_has_filters_a_head_that_stays_dates_as_dates_and_choices() -> None:
    page = openpyxl.load_workbook(io.BytesIO(excel([SHEET], "Tracker"))).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:D11"
    assert page["B2"].is_date
    assert page.data_validations.dataValidation[0].formula1 == '"not begun,under way,done"'


def test_names_of_sheets_are_made_fit_for_excel() -> None:
    (read,) = read_excel(excel([Sheet("a/b: [c]? " + "long " * 20, COLUMNS, ())], "x"), "x.xlsx")
    assert read.name.startswith("a b")
    assert len(read.name) <= 31


def test_a_table_with_commas_reads_back_as_words() -> None:
    read = read_comma(comma(SHEET), "t.csv")
    assert read.rows == tuple((words, "2026-04-09", "done", "3") for words in TRICKY)


def test_nothing_in_a_table_with_commas_begins_a_formula() -> None:
    body = comma(SHEET).decode("utf-8-sig")
    assert not [line for line in body.splitlines() if line.lstrip('"').startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_table_with_other_separators_is_read(sign: str) -> None:
    read = read_comma(f"question{sign}source\r\nHow are caseloads?{sign}ours\r\n".encode(), "q.csv")
    assert [column.name for column in read.columns] == ["question", "source"]
    assert read.rows == (("How are caseloads?", "ours"),)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 damaged"])
def test_a_file_that_is_no_workbook_is_told_in_one_line(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^t\.xlsx: it is not an Excel workbook: save it as \.xlsx"):
        read_excel(content, "t.xlsx")


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for part in range(3):
            file.writestr(f"{part}.xml", b"0" * 100_000_000)
    with pytest.raises(UnreadableFile, match="more than can be read"):
        read_excel(packed.getvalue(), "bomb.xlsx")


def test_a_table_that_is_not_utf_8_is_told_in_one_line() -> None:
    with pytest.raises(UnreadableFile, match="save it as CSV in UTF-8"):
        read_comma("Frühe Hilfe".encode("latin-1"), "t.csv")
