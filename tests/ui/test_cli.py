"""The command line: names, formats and exit codes that others rely on."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.library import Library
from corpus.settings import Settings
from tests.builders import SENTENCES, entry, markdown
from tests.conftest import SAMPLES
from tests.fakes import WordBuckets
from ui.cli import main

ROOT = Path(__file__).parents[2]
FOCUSED, SEND = "saltmere--focused-visit--2024-01-08.pdf", "corvenshire--send--2024-08-01.pdf"
ANSWER = ["id", "question", "answer", "abstained", "status", "claims", "citations", "seconds"]
CITATION = ["number", "report", "council", "published", "page", "last_page", "paragraph", "heading", "text"]
REPORT = """report id title council kind framework inspected_from inspected_to published pages paragraphs judgements
    outcome""".split()
PARAGRAPH = ["id", "number", "kind", "heading", "page", "last_page", "text", "boxes"]


def _run(*words: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


def _start(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command as a process of its own, as a person would."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "ui.cli", *map(str, words)], env=environment, capture_output=True, text=True, check=False
    )


def _told(done: Result) -> str:
    """The one plain line in which a failure was told."""
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two sample reports, which no test changes."""
    folder = tmp_path_factory.mktemp("data")
    done = _start("ingest", SAMPLES / FOCUSED, SAMPLES / SEND, "--data", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.search(rf"^{FOCUSED}: added, \d\d+ paragraphs$", done.stderr, re.MULTILINE)
    assert done.stderr.endswith("2 added.\n")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A data folder with one tiny report, which a test may change."""
    with Library(Settings(data=tmp_path / "small"), WordBuckets("all-MiniLM-L6-v2", 384)) as library:
        library.add(entry())
        library.update_indexes()
    return tmp_path / "small"


# The formats


def test_an_answer_has_the_form_that_others_read(data: Path) -> None:
    done = _start("ask", "How many care leavers does Saltmere support?", "--json", "--data", data)
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert list(answer) == ANSWER
    assert answer["question"] == "How many care leavers does Saltmere support?"
    assert (answer["abstained"], answer["status"]) == (False, "in the reports")
    assert "268" in answer["answer"]
    assert answer["seconds"] > 0
    assert all(list(claim) == ["text", "citations"] and claim["citations"] for claim in answer["claims"])
    assert [citation["number"] for citation in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))
    held = {each["text"] for each in json.loads(_run("paragraphs", FOCUSED, "--json", "--data", data).stdout)}
    for citation in answer["citations"]:
        assert list(citation) == CITATION
        assert citation["text"] in held
        assert 1 <= citation["page"] <= citation["last_page"]
    assert (citation["report"], citation["council"], citation["published"]) == (FOCUSED, "Saltmere", "2024-01-08")


def test_an_answer_reads_well_in_a_terminal(data: Path) -> None:
    done = _run("ask", "How many care leavers does Saltmere support?", "--data", data)
    assert done.exit_code == 0
    assert re.search(r"268 care leavers.* \[1\]", done.stdout)
    assert re.search(r"^\[1\] Saltmere, 8 January 2024, .*page \d+$", done.stdout, re.MULTILINE)


def test_a_list_is_answered_in_order_with_its_earlier_turns(data: Path, tmp_path: Path) -> None:
    """A question that cannot be acted on is answered with the reason, and the rest goes on."""
    lines: list[dict[str, Any]] = [
        {"id": 7, "question": "And how many are in touch at 21?", "turns": ["How many care leavers has Saltmere?"]},
        {"id": "x", "question": "?"},
        {"id": "long", "question": "why " * 5_000, "turns": []},
    ]
    written = "\n\n".join(json.dumps(line) for line in lines)
    written += '\n{"id": "line\u2028end", "question": "Who has lunch\u2028on Mars \\ud800?", "turns": ["\\u0000"]}\n'
    (tmp_path / "in.jsonl").write_text(written, encoding="utf-8-sig")
    done = _run("answer", tmp_path / "in.jsonl", tmp_path / "out.jsonl", "--data", data)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"Answered 4 questions in {tmp_path / 'out.jsonl'}.\n"
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").split("\n") if line]
    assert [answer["id"] for answer in answers] == ["7", "x", "long", "line\u2028end"]
    assert all(list(answer) == ANSWER for answer in answers)
    assert answers[0]["claims"]
    assert [(answer["abstained"], answer["status"]) for answer in answers[1:3]] == [(True, "not understood")] * 2
    assert answers[1]["answer"].startswith("The question is too short")
    assert answers[2]["answer"].startswith("The question is 19,999 characters long")


@pytest.mark.parametrize(
    "line",
    ["not JSON", "5", "[]", '{"id": 1}', '{"question": "Why?"}', '{"id": 1, "question": 2}', "\xff",
     '{"id": 1, "question": "Why?", "turns": "Who?"}', '{"id": 1, "question": "Why?", "turns": [null]}'],
)  # fmt: skip
def test_a_list_with_a_line_that_cannot_be_read_is_refused_whole(small: Path, tmp_path: Path, line: str) -> None:
    good = '{"id": 1, "question": "Who keeps bees?"}\n'
    (tmp_path / "in.jsonl").write_bytes(good.encode() + line.encode("latin-1"))
    said = _told(_run("answer", tmp_path / "in.jsonl", tmp_path / "out.jsonl", "--data", small))
    assert re.search(r"in\.jsonl(, line 2: it is not an object| cannot be read as UTF-8 text)", said)
    assert not (tmp_path / "out.jsonl").exists()


def test_answers_that_cannot_be_written_are_told(small: Path, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("")
    said = _told(_run("answer", tmp_path / "in.jsonl", tmp_path / "none" / "out.jsonl", "--data", small))
    assert said.endswith("out.jsonl cannot be written (No such file or directory): choose another file.")


def test_reports_have_the_form_that_others_read(data: Path) -> None:
    done = _start("reports", "--json", "--data", data)
    assert done.returncode == 0
    reports = json.loads(done.stdout)
    assert all(list(report) == REPORT for report in reports)
    send, focused = reports
    assert (send["report"], focused["report"]) == (SEND, FOCUSED)
    assert (focused["council"], focused["kind"], focused["published"]) == ("Saltmere", "focused visit", "2024-01-08")
    assert (focused["inspected_from"], focused["inspected_to"]) == ("2023-11-14", "2023-11-15")
    areas = {"overall", "leaders", "help_and_protection", "children_in_care", "care_leavers"}
    assert focused["judgements"] == dict.fromkeys(areas)
    assert focused["outcome"] is None
    assert send["outcome"]
    paragraphs = json.loads(_run("paragraphs", focused["id"], "--json", "--data", data).stdout)
    assert focused["paragraphs"] == len(paragraphs)


def test_paragraphs_have_the_form_that_others_read(data: Path) -> None:
    done = _start("paragraphs", FOCUSED, "--json", "--data", data)
    assert done.returncode == 0
    paragraphs = json.loads(done.stdout)
    assert all(list(paragraph) == PARAGRAPH for paragraph in paragraphs)
    assert all(list(box) == ["page", "x0", "y0", "x1", "y1"] for each in paragraphs for box in each["boxes"])
    pages = [paragraph["page"] for paragraph in paragraphs]
    assert (pages, pages[0]) == (sorted(pages), 1)
    assert {"heading", "prose", "bullet"} <= {paragraph["kind"] for paragraph in paragraphs}


def test_reports_and_paragraphs_read_well_in_a_terminal(small: Path) -> None:
    assert _run("reports", "--data", small).stdout == (
        "fennimoor.md · Fennimoor · ILACS · 2021-05-04 · no overall grade · 4 paragraphs\n"
    )
    assert _run("paragraphs", "fennimoor.md", "--data", small).stdout == "".join(f"p1 {text}\n" for text in SENTENCES)


def test_report_text_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "odd\x1b[2J.txt").write_text("Kites \x1b]0;taken\x07 fly. " + "They fly high. " * 40)
    (tmp_path / "bad\x1b[2J.pdf").write_bytes(b"%PDF-1.7 \x1b")
    done = _run("ingest", tmp_path, "--data", tmp_path / "data")
    assert done.exit_code == 0
    shown = [done, _run("reports"), _run("paragraphs", "odd\x1b[2J.txt"), _run("paragraphs", "none\x1b[2J")]
    for each in shown:
        assert "\x1b" not in each.stdout + each.stderr
        assert "\x07" not in each.stdout + each.stderr


# What changes the library


def test_ingesting_again_is_unchanged(data: Path) -> None:
    done = _run("ingest", SAMPLES / FOCUSED, "--data", data)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "1 unchanged.\n")


def test_a_bad_file_is_told_once_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(b"")
    (tmp_path / "in" / "b.md").write_bytes(markdown())
    done = _run("ingest", tmp_path / "in")
    assert (done.exit_code, done.stdout) == (0, "")
    added, summary, failure = done.stderr.splitlines()
    assert re.fullmatch(r"b\.md: added, \d+ paragraphs", added)
    assert (summary, failure) == ("1 added, 1 failed.", "  a.pdf: it is empty; download it again")


def test_where_every_file_failed_the_command_failed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and no more")
    done = _run("ingest", tmp_path / "a.pdf")
    assert done.exit_code == 1
    assert done.stderr.startswith("1 failed.\n  a.pdf: ")


def test_a_removed_report_is_gone(small: Path) -> None:
    done = _run("remove", "fennimoor.md", "--data", small)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Removed fennimoor.md.\n")
    assert json.loads(_run("reports", "--json", "--data", small).stdout) == []


def test_the_indexes_can_be_rebuilt(small: Path) -> None:
    done = _run("rebuild", "--data", small)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Rebuilt the indexes from 1 reports.\n")


def test_the_doctor_says_what_is_installed_and_whether_store_and_indexes_agree(small: Path) -> None:
    done = _run("doctor", "--json", "--data", small)
    findings = {finding["name"]: finding for finding in json.loads(done.stdout)}
    assert all(list(finding) == ["name", "ok", "seen"] for finding in findings.values())
    # Run from its source alone, the program itself is not installed.
    assert {name for name, finding in findings.items() if not finding["ok"]} <= {"inspection-assistant"}
    assert done.exit_code == int(not findings["inspection-assistant"]["ok"])
    assert {"Python", "chromadb", "embedder", "reranker", "vocabulary", "data folder", "library"} <= set(findings)
    assert findings["library"]["seen"] == "1 reports; store and indexes agree"
    (stamp,) = small.glob("indexes/*/stamp.json")
    stamp.unlink()
    assert "out of date and will be built anew" in _run("doctor", "--data", small).stdout
    _run("rebuild", "--data", small)
    assert "store and indexes agree" in _run("doctor", "--data", small).stdout


def test_the_doctor_finds_a_damaged_store(small: Path) -> None:
    (small / "inspection.db").write_bytes(b"no rows " * 1_000)
    done = _run("doctor", "--data", small)
    assert done.exit_code == 1
    assert re.search(r"^PROBLEM library: The store .* is damaged", done.stdout, re.MULTILINE)


def test_the_doctor_leaves_a_folder_that_is_not_there_alone(tmp_path: Path) -> None:
    done = _run("doctor", "--data", tmp_path / "none")
    assert not (tmp_path / "none").exists()
    assert "empty: add reports with inspection ingest FOLDER" in done.stdout


def test_the_chat_runs_on_its_port_until_whoever_started_it_is_ended(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = f"http://127.0.0.1:{port}/_stcore/health"
    command = [sys.executable, "-m", "ui.cli", "chat", "--data", str(tmp_path / "here"), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as chat:
        assert _answers(page, patience=60)
        chat.terminate()
        chat.wait(30)
    assert not _answers(page, patience=0)


def _answers(page: str, patience: float) -> bool:
    """True once a page answers, False where it does not within so many seconds."""
    end = time.monotonic() + patience
    while True:
        try:
            return bool(urllib.request.urlopen(page, timeout=5).status == HTTPStatus.OK)
        except OSError:
            if time.monotonic() >= end:
                return False
            time.sleep(0.2)


# What goes wrong


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["ingest"], ["ask"], ["ask", "Why?", "--nonsense"], ["answer", "none.jsonl", "out.jsonl"],
     ["paragraphs"], ["chat", "--port", "0"], ["reports", "--data", __file__]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    done = _run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error: " in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["paragraphs", "none.pdf"], r"There is no report 'none\.pdf' in the library: .*reports lists those there are"),
        (["remove", "none.pdf"], "There is no report"),
        (["ingest", "none.pdf"], r"none\.pdf does not exist: check the path"),
        (["ask", "?"], "The question is too short to understand: ask in a few words"),
        (["ask", "x"], "The question is too short"),
        (["ask", ""], "The question is too short"),
        (["ask", "\x1b\x07 \u202e"], "The question is too short"),
        (["ask", "why " * 5_000], "The question is 19,999 characters long: ask in 2,000 or fewer"),
    ],
    ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told_in_one_line_and_ends_with_1(small: Path, words: list[str], said: str) -> None:
    assert re.match(said, _told(_run(*words, "--data", small)))


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert _told(_run("ingest", tmp_path / "empty")).endswith("empty holds no files: name a folder with reports in it.")


def test_an_unknown_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTION_X", "1")
    assert _told(_run("reports")).startswith("INSPECTION_X is not a setting: ")


def test_an_empty_library_says_so() -> None:
    done = _run("ask", "How many care leavers are there?", "--json")
    answer = json.loads(done.stdout)
    assert (done.exit_code, answer["abstained"], answer["status"]) == (0, True, "not in the library")
    assert answer["answer"] == "The library holds no reports yet. Add some with: inspection ingest FOLDER."
    done = _run("reports")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "The library holds no reports yet. Add some with: inspection ingest FOLDER.\n"
    assert _run("reports", "--json").stdout == "[]\n"


def test_a_second_process_reads_but_is_told_to_wait_for_the_indexes(small: Path) -> None:
    with Library(Settings(data=small), WordBuckets("all-MiniLM-L6-v2", 384)) as library:
        library.open_indexes()
        done = _start("ask", "Who keeps bees?", "--data", small)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            f"Another process is using {small}: close it first, or choose another folder with --data.\n"
        )
        assert _told(_run("rebuild", "--data", small)).startswith("Another process is using")
        assert _told(_run("ingest", SAMPLES / SEND, "--data", small)).startswith("Another process is using")
        assert json.loads(_run("reports", "--json", "--data", small).stdout)[0]["report"] == "fennimoor.md"
        assert len(json.loads(_run("paragraphs", "fennimoor.md", "--json", "--data", small).stdout)) == len(SENTENCES)
        seen = _run("doctor", "--data", small)
        assert "PROBLEM library" not in seen.stdout
        assert "1 reports; Another process is using" in seen.stdout


def test_a_damaged_store_is_told(small: Path) -> None:
    (small / "inspection.db").write_bytes(b"no rows " * 1_000)
    assert re.match(r"The store .*inspection\.db is damaged: put back a copy", _told(_run("reports", "--data", small)))


def test_what_nobody_foresaw_is_told_in_one_line_and_written_down(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli.report_form", lambda *_given: 1 / 0)
    log = small / "problem.log"
    for times in (1, 2):
        said = _told(_run("reports", "--data", small))
        assert said == (
            "Something unforeseen went wrong (ZeroDivisionError): try again, and if it stays, report it with its "
            f"details in {log}."
        )
        assert log.read_text().count("ZeroDivisionError: division by zero") == times
    assert "Traceback (most recent call last)" in log.read_text()


def test_a_log_that_cannot_be_written_is_told_too(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.cli.report_form", lambda *_given: 1 / 0)
    (small / "problem.log").mkdir()
    assert "its details could not be written down" in _told(_run("reports", "--data", small))


def test_a_stop_by_hand_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.report_form", stop)
    assert _told(_run("reports", "--data", small)) == "Stopped. What was reported as added is kept."


def test_a_reader_that_goes_away_is_no_problem(data: Path) -> None:
    command = f"{sys.executable} -m ui.cli paragraphs {SEND} --json --data {data} | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[", "")
    assert not (data / "problem.log").exists()
