"""Killed at any instant, or out of room: nothing that was reported as added is lost, and the next start answers."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.settings import Settings
from tests.builders import markdown
from tests.conftest import SAMPLES
from tests.fakes import WordBuckets

ROOT = Path(__file__).parents[1]
DOCUMENTS = 24
KILLS = 20

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills and limits as POSIX has them")


def _start(*words: str | Path, program: str = "tests.quick_cli", **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", program, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _open(data: Path) -> Library:
    return Library(Settings(data=data), WordBuckets("all-MiniLM-L6-v2"))


def _write(folder: Path, turn: int) -> None:
    """Every document anew, each with a word that stands nowhere else."""
    folder.mkdir(exist_ok=True)
    for number in range(DOCUMENTS):
        sentences = [f"The lantern {_word(number, turn)} hangs above the door of lane {lane}." for lane in range(12)]
        (folder / f"{number:02}.md").write_bytes(markdown(f"Fennimoor {number}", sentences))


def _word(number: int, turn: int) -> str:
    return f"zz{turn}q{number}"


def _ids(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in folder.iterdir()}


def _kill_during(data: Path, folder: Path, chance: random.Random, seconds: float) -> list[str]:
    """Ingest, kill at a random moment, and give the names that were reported before.

    Half of the kills come while files go in, after any number of them, the others while the indexes follow: as long
    after the last file as indexing takes.
    """
    wait_for = chance.choice([DOCUMENTS, chance.randint(1, DOCUMENTS)])
    process = _start("ingest", folder, "--data", data)
    assert process.stderr is not None
    reported: list[str] = []
    for line in process.stderr:
        assert re.fullmatch(r"\d\d\.md: (?:added|replaced), \d+ paragraphs\n", line), line
        reported.append(line.partition(":")[0])
        if len(reported) == wait_for:
            break
    time.sleep(chance.uniform(0, seconds if wait_for == DOCUMENTS else 0.05))
    process.kill()
    reported += [said[1] for line in process.stderr if (said := re.fullmatch(r"(\d\d\.md): .*\n", line))]
    process.wait()
    return reported


def test_twenty_kills_lose_nothing_and_every_next_start_answers(tmp_path: Path) -> None:
    chance = random.Random(20)
    data, folder = tmp_path / "data", tmp_path / "documents"
    _write(folder, 0)
    started = time.monotonic()
    first = _start("ingest", folder, "--data", data)
    assert first.stderr is not None
    last = [time.monotonic() for _line in first.stderr]
    assert first.wait() == 0
    indexing = last[-1] - last[-2]  # between the last file and the summary
    assert 0 < indexing < time.monotonic() - started
    acknowledged = _ids(folder)
    turns = dict.fromkeys(acknowledged, 0)
    for turn in range(1, KILLS + 1):
        _write(folder, turn)
        current = _ids(folder)
        for name in _kill_during(data, folder, chance, indexing + 1):  # a change opens the indexes first
            acknowledged[name], turns[name] = current[name], turn
        with _open(data) as library:
            held = {report.file: report.id for report in library.reports}
            assert held.keys() == acknowledged.keys()
            for name, id_ in held.items():
                if id_ != acknowledged[name]:  # on the disk, and killed before it could be said
                    assert id_ == current[name]
                    acknowledged[name], turns[name] = id_, turn
            _answers(library, held, turns)


def _answers(library: Library, held: dict[str, str], turns: dict[str, int]) -> None:
    """Every report is found by its own word, in both indexes, and its older version is not."""
    for name, id_ in held.items():
        number, turn = int(name[:2]), turns[name]
        found = library.by_words(_word(number, turn), 50)
        assert {chunk_id.rpartition("-c")[0] for chunk_id, _score in found} == {id_}
        assert len(found) == 12
        assert library.by_words(_word(number, turn - 1), 50) == []
    (report_id, *_rest) = held.values()
    chunks = library.chunks([chunk_id for chunk_id, _score in library.by_words("lantern", 30)])
    for chunk in chunks.values():
        ((nearest, score), *_more) = library.by_meaning(library.embedder.encode([chunk.text])[0], 3, [chunk.report_id])
        assert score == pytest.approx(1, abs=1e-4)
        assert library.chunks([nearest])[nearest].report_id == chunk.report_id
    assert len(library.by_meaning(library.embedder.encode(["lantern"])[0], 12, [report_id])) == 12


@pytest.mark.parametrize("seconds", [0.0, 1.5])
def test_a_kill_with_the_real_embedder_loses_nothing(tmp_path: Path, seconds: float) -> None:
    samples = sorted(SAMPLES.glob("saltmere--*visit*.pdf"))
    process = _start("ingest", *samples, "--data", tmp_path / "data", program="ui.cli")
    assert process.stderr is not None
    reported = [re.match(r"(\S+\.pdf): added", process.stderr.readline())]
    time.sleep(seconds)
    process.kill()
    reported += [re.match(r"(\S+\.pdf): added", line) for line in process.stderr]
    process.wait()
    names = {said[1] for said in reported if said}
    assert names
    with _open(tmp_path / "data") as library:
        assert names <= {report.file for report in library.reports}
        within = [library.report(name).id for name in names]
        found = {id_.rpartition("-c")[0] for id_, _score in library.by_words("children Saltmere", 200, within)}
        assert found == set(within)


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own in memory; only the system's administrator may make one."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("A disk can be made here by nobody.")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _ingest_into_the_last_byte(data: Path, documents: Path, **environment: str) -> tuple[list[str], list[str]]:
    """The names that were reported as added, and what was said besides, by a run that must end with 1."""
    process = _start("ingest", documents, "--data", data, **environment)
    _out, said = process.communicate(timeout=120)
    assert process.returncode == 1, said
    assert "Traceback" not in said
    lines = said.splitlines()
    added = [line.partition(":")[0] for line in lines if ": added, " in line]
    return added, lines[len(added) :]


def _check_after(data: Path, added: list[str], rest: list[str]) -> None:
    (line,) = rest
    assert re.search(r"(full|cannot be written).*make room", line)
    with _open(data) as library:
        assert set(added) <= {report.file for report in library.reports}
        for name in added:
            assert library.paragraphs(library.report(name).id)
            assert library.by_words(_word(int(name[:2]), 1), 1)


@pytest.mark.parametrize("size", ["600k", "1600k"])
def test_on_a_full_disk_what_was_added_before_stays(tmp_path: Path, size: str) -> None:
    """Small enough that the store itself does not fit, and so large that only the indexes do not."""
    _write(tmp_path / "documents", 1)
    with _small_disk(tmp_path / "disk", size) as disk:
        added, rest = _ingest_into_the_last_byte(disk / "data", tmp_path / "documents")
        shutil.copytree(disk / "data", tmp_path / "copy")
    _check_after(tmp_path / "copy", added, rest)


@pytest.mark.parametrize("limit", ["150000", "200000", "500000"])
def test_where_files_may_not_grow_what_was_added_before_stays(tmp_path: Path, limit: str) -> None:
    _write(tmp_path / "documents", 1)
    added, rest = _ingest_into_the_last_byte(tmp_path / "data", tmp_path / "documents", FILE_LIMIT=limit)
    _check_after(tmp_path / "data", added, rest)
