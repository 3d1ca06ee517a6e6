"""A file is read by what its bytes are, whatever it is called."""

import contextlib
import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from corpus.errors import UnreadableFile
from ingest.document import Line
from ingest.read import read
from tests.ingest.pdfs import Words, content
from tests.ingest.pdfs import pdf as built


def _word() -> bytes:
    written = docx.Document()
    written.add_heading("What needs to improve", 1)
    written.add_paragraph("Supervision in Saltmere.", style="List Bullet")
    row = written.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Overall effectiveness", "Good"
    file = io.BytesIO()
    written.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(built(content(Words("Saltmere.", 72, 700))), ["Saltmere."], id="PDF"),
        pytest.param(b"<!DOCTYPE html><title>T</title><p>Salt<b>mere</b>.</p>", ["Saltmere."], id="HTML"),
        pytest.param(
            _word(), ["What needs to improve", "Supervision in Saltmere.", "Overall effectiveness\tGood"], id="Word"
        ),
        pytest.param("Saltmere’s\nhelp.\n\nComes early.".encode(), ["Saltmere’s help.", "Comes early."], id="text"),
        pytest.param(b"Make an Enquiry\nContact Us\n\nHelp.", ["Make an Enquiry", "Contact Us", "Help."], id="a menu"),
        pytest.param("Saltmere’s help.".encode("cp1252"), ["Saltmere’s help."], id="Windows text"),
        pytest.param("Saltmere.".encode("utf-16"), ["Saltmere."], id="UTF-16 text"),
        pytest.param(b"# Saltmere\n\n- early *help*\n- care", ["Saltmere", "early help", "care"], id="Markdown"),
    ],
)
def test_content_and_not_the_name_decides_the_reader(data: bytes, texts: list[str]) -> None:
    assert [line.text for line in read(data, "misnamed.pdf").lines] == texts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b" \n", "empty", id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n....", "picture", id="picture"),
        pytest.param(b"\xd0\xcf\x11\xe0....", "old Word format", id="old Word"),
        pytest.param(b"{\\rtf1 Saltmere}", "RTF", id="RTF"),
        pytest.param(b"PK\x03\x04 torn", "damaged", id="torn archive"),
        pytest.param(bytes(range(256)) * 20, "not a document", id="bytes of no kind"),
        pytest.param(b"--- ... !!!", "no words", id="no words"),
        pytest.param(
            b"<html><h1>Page not found</h1><p>Sorry.</p></html>", "web page that says", id="a page that is not there"
        ),
    ],
)
def test_what_is_no_document_is_refused_with_its_reason_and_the_next_step(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^odd\.pdf: .*{reason}.*; .+"):
        read(data, "odd.pdf")


def test_an_archive_of_other_files_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("notes.txt", "Saltmere")
    with pytest.raises(UnreadableFile, match="another kind of file"):
        read(file.getvalue(), "notes.docx")


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 150_000_000)
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read(file.getvalue(), "bomb.docx")


def test_a_page_s_navigation_and_scripts_are_not_read() -> None:
    page = b"<html><nav>Home</nav><script>x()</script><main><h2>Help</h2><ul><li>early</li></ul></main></html>"
    assert [(line.text, line.mark) for line in read(page, "page").lines] == [("Help", "heading"), ("early", "bullet")]


def test_a_table_of_a_page_is_read_row_by_row() -> None:
    page = (
        b"<html><table><tr><th>Judgement</th><th>Grade</th></tr><tr><td>Overall</td><td>Good</td></tr></table></html>"
    )
    assert [line.text for line in read(page, "page").lines] == ["Judgement\tGrade", "Overall\tGood"]


@given(some.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    lines: tuple[Line, ...] | None = None
    with contextlib.suppress(UnreadableFile):
        lines = read(b"\n" + data, "any").lines
    assert lines is None or any(line.text for line in lines)
