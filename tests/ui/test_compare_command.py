"""`inspection compare` on the sample reports: what it prints, what it writes, how it refuses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.exports.excel import read_excel
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.conftest import SAMPLES
from ui.cli import main

Run = Callable[..., Result]
FILES = ("saltmere--childrens-services--2015-06-12.pdf", "saltmere--childrens-services--2019-08-02.pdf",
         "eldermarsh--childrens-services--2023-08-07.pdf")  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command on a library of three sample reports."""
    data = tmp_path_factory.mktemp("compared")
    with Library(Settings(data=data)) as library:
        ingest([SAMPLES / name for name in FILES], library)
    return lambda *words: CliRunner().invoke(main, ["compare", *words, "--data", str(data)])


def test_grades_are_printed_with_where_they_stand_and_what_is_not_comparable(run: Run) -> None:
    done = run("grades", "--council", "saltmere")
    assert done.exit_code == 0
    assert (
        "Saltmere, ILACS inspection, June 2019: overall effectiveness: inadequate (Saltmere, inspected June 2019"
        in done.stdout
    )
    assert "Eldermarsh" not in done.stdout
    assert "not comparable" in done.stdout


def test_a_theme_as_json_counts_every_report_and_quotes_exactly(run: Run) -> None:
    form = json.loads(run("theme", "caseloads", "--json").stdout)
    assert form["reports"] == 3
    assert form["saying"] + len(form["silent"]) == 3
    assert sum(form["tones"].values()) == form["saying"] >= 1
    council, best = form["said"][0]["council"], form["said"][0]["best"][0]
    assert " ".join(best["text"].split()) in run("theme", "caseloads", "--council", council).stdout


def test_a_grid_is_written_and_worked_out_once(run: Run, tmp_path: Path) -> None:
    questions, written = tmp_path / "questions.txt", tmp_path / "grid.xlsx"
    questions.write_text("Are caseloads too high?\nHow much does the council spend?\n", encoding="utf-8")
    done = run("grid", str(questions), "--council", "Saltmere", "--from", "2018", "--output", str(written))
    assert done.exit_code == 0, done.output
    grid, sources, _about = read_excel(written.read_bytes(), "grid.xlsx")
    assert len(grid.rows) == 1
    assert "[1] Saltmere, inspected June 2019" in str(grid.rows[0][3])
    assert "not money" in str(grid.rows[0][4])
    assert all(row[3] == "Are caseloads too high?" for row in sources.rows)
    form = json.loads(run("grid", str(questions), "--council", "Saltmere", "--from", "2018", "--json").stdout)
    assert form["rows"][0]["cells"][0]["citations"][0]["text"] == sources.rows[0][5]


def test_good_practice_names_the_grade(run: Run) -> None:
    done = run("practice", "leaders")
    assert done.exit_code == 0
    assert "judged the work of leaders good or outstanding" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("grades", "--council", "Nowhere"), "The library holds no report on Nowhere. It holds: Eldermarsh, Saltmere."),
        (("grades", "--area", "bins"), "There is no area 'bins'"),
        (("theme", "the"), "names nothing to look for"),
        (("grades", "--output", "grades.pdf"), "ends in neither .xlsx nor .csv"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_plain_line(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_data_folder_may_be_named_before_the_command_too(tmp_path: Path) -> None:
    with Library(Settings(data=tmp_path)) as library:
        ingest([SAMPLES / FILES[0]], library)
    for words in (["--data", str(tmp_path), "reports"], ["compare", "--data", str(tmp_path), "grades"]):
        done = CliRunner().invoke(main, words)
        assert (done.exit_code, "Saltmere" in done.stdout) == (0, True)
