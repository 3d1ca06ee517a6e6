"""`inspection tracker`: the tracker as a file, an edited one taken in again, and plain words for what is wrong."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from corpus.embedder import Embedder
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.improvements.invented import REPORTS
from ui.cli import main


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A data folder with one invented council's inspections."""
    folder = tmp_path_factory.mktemp("tracker")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library(Settings(data=folder / "data"), embedder) as library:
        ingest([folder / name for name in REPORTS], library)
    return folder / "data"


def _run(data: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["tracker", *map(str, words), "--data", str(data)])


def _edit(file: Path, column: str, value: str) -> str:
    """Change a cell of the first row, and return the words of its improvement."""
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    at = next(cell.column for cell in page[1] if cell.value == column)
    page.cell(2, at).value = value
    book.save(file)
    return str(page.cell(2, 1).value)


def test_a_tracker_is_written_edited_and_taken_in_again(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "tracker.xlsx"
    assert _run(data, "fennimor", "--output", file).exit_code == 0
    words = _edit(file, "Owner", "Bo Reed")
    done = _run(data, "Fennimoor", "--import", file, "--who", "Ann")
    assert done.stderr.endswith("Imported tracker.xlsx: 1 cell changed, 0 changed on both sides.\n")
    again = tmp_path / "again.xlsx"
    _run(data, "Fennimoor", "--output", again)
    book = openpyxl.load_workbook(again)
    rows = list(book["Tracker"].iter_rows(values_only=True))
    assert [row[rows[0].index("Owner")] for row in rows if row[0] == words] == ["Bo Reed"]
    assert next(book["History"].iter_rows(min_row=2, values_only=True))[1:] == (
        "Ann",
        words,
        "Owner",
        None,
        "Bo Reed",
    )


def test_what_was_changed_on_both_sides_is_told_and_left_alone(data: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for file, words in ((one, "First plan."), (other, "Second plan.")):
        _run(data, "Fennimoor", "--output", file)
        _edit(file, "Actions", words)
    assert "1 cell changed" in _run(data, "Fennimoor", "--import", one, "--who", "Ann").stderr
    told = _run(data, "Fennimoor", "--import", other, "--who", "Cy").stderr
    assert "Actions says “First plan.” since Ann changed it, and “Second plan.” in the file" in told
    assert "0 cells changed, 1 changed on both sides" in told


@pytest.mark.parametrize("name", ["tracker.csv", "tracker.docx"])
def test_a_tracker_is_written_as_csv_and_word_too(data: Path, tmp_path: Path, name: str) -> None:
    assert _run(data, "Fennimoor", "--output", tmp_path / name).exit_code == 0
    begins = (tmp_path / name).read_bytes()[:4]
    assert begins == (b"PK\x03\x04" if name.endswith("docx") else "\ufeffW".encode())


def test_wrong_use_is_told(data: Path, tmp_path: Path) -> None:
    nothing = _run(data, "Fennimoor")
    assert (nothing.exit_code, "--output FILE" in nothing.stderr) == (2, True)
    assert _run(data, "Fennimoor", "--output", tmp_path / "tracker.pdf").exit_code == 2
    nobody = _run(data, "Nowhereshire", "--output", tmp_path / "tracker.xlsx")
    assert (nobody.exit_code, "Name one of Fennimoor" in nobody.stderr) == (1, True)
    other = tmp_path / "other.csv"
    other.write_text("Owner\nBo\n", encoding="utf-8")
    assert "Say who imports it with --who NAME" in _run(data, "Fennimoor", "--import", other).stderr
    assert "it has no column “Do not change”" in _run(data, "Fennimoor", "--import", other, "--who", "Ann").stderr
