"""`inspection brief`, and `inspection answer` with tables, standard lists and briefings."""

import json
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import docx
import pytest
from click.testing import CliRunner, Result

from assistant.exports.comma import comma, read_comma
from assistant.exports.excel import excel, read_excel
from assistant.exports.sheet import Column, Sheet
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.exports.leading import addresses
from tests.conftest import SAMPLES
from ui.cli import main

_QUESTIONS = Sheet(
    "Questions",
    (Column("Nr"), Column("ID"), Column(" Question ")),
    ((1, "a", "How many care leavers does Saltmere support?"), (2, None, "Who has lunch on Mars?"), (3, "c", None)),
)


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a letter about care leavers, which no test changes."""
    folder = tmp_path_factory.mktemp("data")
    with Library(Settings(data=folder)) as library:
        ingest([SAMPLES / "saltmere--focused-visit--2024-01-08.pdf"], library)
        library.update_indexes()
    return folder


def test_a_briefing_is_printed_with_its_sources_and_progress_stands_beside(data: Path) -> None:
    done = _run("brief", "saltmere", "--theme", "care leavers", "--data", data)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Care leavers in Saltmere\n")
    assert "## Key messages" in done.stdout
    assert "\n[1] Saltmere, 8 January 2024, " in done.stdout
    assert done.stderr.startswith("Reading Saltmere, focused visit")
    assert "\\[" not in done.stdout


def test_a_briefing_as_json_cites_by_the_numbers_of_its_sources(data: Path) -> None:
    done = _run("brief", "Saltmere", "--theme", "care leavers", "--template", "team", "--json", "--data", data)
    form = json.loads(done.stdout)
    assert list(form) == [
        "title", "made", "audience", "purpose", "notes", "sections", "citations", "licences",
    ]  # fmt: skip
    numbers = [citation["number"] for citation in form["citations"]]
    assert numbers == list(range(1, len(numbers) + 1))
    used = [
        number
        for section in form["sections"]
        for item in section["items"]
        for claim in item["claims"]
        for number in claim["citations"]
    ]
    assert list(dict.fromkeys(used)) == numbers
    for citation in form["citations"]:
        assert citation["text"]


@pytest.mark.parametrize(
    ("name", "begins"), [("b.docx", b"PK"), ("b.PPTX", b"PK"), ("b.pdf", b"%PDF"), ("b.md", b"# ")]
)
def test_a_briefing_is_written_as_its_files_name_ends(data: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    done = _run("brief", "Saltmere", "--theme", "care leavers", "--output", tmp_path / name, "--data", data)
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert done.stderr.endswith(f"Wrote {tmp_path / name}.\n")


_LETTER = "saltmere--focused-visit--2024-01-08.pdf"


@pytest.mark.parametrize("ending", ["docx", "pptx", "pdf", "md"])
def test_the_links_of_a_written_briefing_open_the_report_beside_it_at_the_sources_page(
    data: Path, tmp_path: Path, ending: str
) -> None:
    """They hold where the briefing and the folder are kept together, whatever their names hold."""
    written = tmp_path / f"Pack 1 & 2 #3.{ending}"
    done = _run("brief", "Saltmere", "--theme", "care leavers", "--output", written, "--data", data)
    assert "“Pack 1 & 2 #3 sources” beside it: keep the two together." in done.stderr
    shown = json.loads(_run("brief", "Saltmere", "--theme", "care leavers", "--json", "--data", data).stdout)
    links = [link for link in addresses(written.read_bytes(), ending) if "/" in link]  # on slides some lead to slides
    assert {link.rpartition("#page=")[2] for link in links} == {str(each["page"]) for each in shown["citations"]}
    for link in links:
        opened = urlsplit(urljoin(written.as_uri(), link))
        assert Path(unquote(opened.path)).read_bytes() == (SAMPLES / _LETTER).read_bytes()


def test_what_a_briefing_cannot_be_made_of_is_told_in_a_line(data: Path, tmp_path: Path) -> None:
    for words, code, said in (
        (("Nowhere", "--theme", "care leavers"), 1, "There is no report on Nowhere"),
        (("Saltmere", "--theme", "?"), 1, "Name the theme"),
        (("Saltmere", "--theme", "x", "--output", tmp_path / "b.odt"), 2, "must end in .docx"),
        (("Saltmere", "--theme", "care leavers", "--output", tmp_path / "no" / "b.md"), 2, "does not exist: make it"),
        (("Saltmere", "--theme", "carre leevers"), 1, "No report has a word of “carre leevers”: check its spelling"),
    ):
        done = _run("brief", *words, "--data", data)
        assert done.exit_code == code
        assert said in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_of_questions_is_answered_in_a_table(data: Path, tmp_path: Path, ending: str) -> None:
    written = comma(_QUESTIONS) if ending == "csv" else excel([Sheet("Cover", (), ()), _QUESTIONS], "Questions")
    (tmp_path / f"in.{ending}").write_bytes(written)
    done = _run("answer", tmp_path / f"in.{ending}", tmp_path / f"out.{ending}", "--data", data)
    assert (done.exit_code, done.stderr) == (0, f"Answered 2 questions in {tmp_path / f'out.{ending}'}.\n")
    content = (tmp_path / f"out.{ending}").read_bytes()
    sheet = read_comma(content, "out") if ending == "csv" else read_excel(content, "out")[0]
    assert [column.name for column in sheet.columns] == ["id", "question", "status", "answer", "sources"]
    first, second = sheet.rows
    assert (first[0], str(second[0])) == ("a", "2")
    assert "268" in str(first[3])
    assert str(first[4]).startswith("[1] Saltmere, 8 January 2024")
    assert second[4] is None


def test_a_table_without_questions_is_told(data: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text\n1,Why?\n")
    done = _run("answer", tmp_path / "in.csv", tmp_path / "out.csv", "--data", data)
    assert done.exit_code == 1
    assert "has no column named “question”" in done.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_standard_list_makes_a_briefing_that_says_where_its_questions_come_from(data: Path, tmp_path: Path) -> None:
    """The library holds one council, so it needs no naming."""
    done = _run("answer", "care-leavers", tmp_path / "out.docx", "--data", data)
    assert done.exit_code == 0
    assert done.stderr.endswith(f"keep the two together.\nAnswered 14 questions in {tmp_path / 'out.docx'}.\n")
    said = [line.text for line in docx.Document(BytesIO((tmp_path / "out.docx").read_bytes())).paragraphs]
    assert said[0] == "Care leavers: Saltmere"
    assert "How good is the support for care leavers in Saltmere?" in said
    assert any(line.startswith("The questions are our own, written after: 10 questions") for line in said)


def test_neither_a_file_nor_a_list_is_told(data: Path, tmp_path: Path) -> None:
    done = _run("answer", tmp_path / "no.jsonl", tmp_path / "out.jsonl", "--data", data)
    assert done.exit_code == 2
    assert "neither a file nor a standard list" in done.stderr
