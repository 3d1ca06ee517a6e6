"""`inspection improvements`: its text, its JSON, and what it says to a wrong name."""

import json
from pathlib import Path

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
    folder = tmp_path_factory.mktemp("improvements")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library(Settings(data=folder / "data"), embedder) as library:
        ingest([folder / name for name in REPORTS], library)
    return folder / "data"


def _run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["improvements", *words, "--data", str(data)])


def test_the_latest_inspections_are_followed_in_plain_text(data: Path) -> None:
    done = _run(data, "Fennimoor")
    assert done.exit_code == 0
    assert "1. The stability of homes for disabled children." in done.stdout
    assert "Leaders should improve the timeliness of education, health and care plans." in done.stdout
    assert "health histories" not in done.stdout.split("Likely lines of enquiry")[0].split("behind it")[0]
    assert "behind it (suggested), page 1" in done.stdout
    assert "for a person to confirm" in done.stderr


def test_every_inspection_comes_with_both_quotes_and_a_proposal_marked_as_proposed(data: Path) -> None:
    done = _run(data, "Fennimoor", "--all")
    assert "1. Ensure that social workers receive regular supervision (paragraphs 4, 6)." in done.stdout
    assert "> Fennimoor, ILACS inspection, March 2019 · proposed: repeated." in done.stdout
    assert "“Supervision is still too infrequent for many social workers.” (page 1)" in done.stdout


def test_json_holds_the_whole_paragraphs_in_the_commands_form(data: Path) -> None:
    form = json.loads(_run(data, "fennimor", "--all", "--json").stdout)
    assert (form["council"], len(form["reports"])) == ("Fennimoor", 4)
    first = form["reports"][-1]["improvements"][0]
    assert list(first) == ["id", "position", "list", "heading", "area", "text", "paragraph", "parts", "behind", "later"]
    assert {"id", "number", "kind", "page", "text", "boxes", "report", "council"} <= set(first["paragraph"])
    assert {said["proposed"] for said in first["later"]} <= {"repeated", "improved", "met", "not mentioned"}
    assert all({"reason", "matter", "paragraphs"} == set(line) for line in form["enquiry"])


def test_one_report_can_be_chosen(data: Path) -> None:
    form = json.loads(_run(data, "Fennimoor", "--report", "fennimoor-2019.md", "--json").stdout)
    assert [report["report"] for report in form["reports"]] == ["fennimoor-2019.md"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Atlantis"], "No report on “Atlantis” is held. Name one of Fennimoor."),
        (["Fenimor"], "No report on “Fenimor” is held. Do you mean Fennimoor? Name one of Fennimoor."),
        (["Fennimoor", "--report", "none.pdf"], "There is no report 'none.pdf' in the library"),
    ],
)
def test_a_wrong_name_is_told_in_one_plain_line(data: Path, words: list[str], told: str) -> None:
    done = _run(data, *words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert len(done.stderr.splitlines()) == 1


def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    done = _run(tmp_path / "empty", "Fennimoor")
    assert done.exit_code == 1
    assert "ingest" in done.stderr
