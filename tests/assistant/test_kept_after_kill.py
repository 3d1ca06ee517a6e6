"""Killed at any instant: no turn that was acknowledged is lost or half there, and none that was deleted is back."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from assistant.conversations import Conversations
from assistant.written import UNREADABLE
from corpus.store import open_store

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from assistant.conversations import Conversations
from corpus.store import open_store
from tests.assistant.test_kept_conversations import turn

kept = Conversations(open_store(Path(sys.argv[1])).engine)
print("ready", flush=True)
for number in range(100_000):
    id_ = None
    for position in range(3):
        id_ = kept.add(id_, "browser", turn(f"{number}-{position}?", "Bees. " * 2_000))
        print("kept", id_, position, flush=True)
    kept.cut(id_, "browser", 2)
    print("cut", id_, 2, flush=True)
    if number % 2:
        kept.delete(id_, "browser")
        print("deleted", id_, 0, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX has them")
def test_what_was_acknowledged_stands_after_a_kill(tmp_path: Path) -> None:
    chance, said = random.Random(3), list[tuple[str, str, int]]()
    for _kill in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.1, 0.6))
        process.kill()
        lines = [line.split() for line in process.stdout if line.endswith("\n")]
        process.wait()
        said += [(did, id_, int(position)) for did, id_, position in lines]
        _check(tmp_path, said)
    assert len(said) > 40


def _check(folder: Path, said: list[tuple[str, str, int]]) -> None:
    """What is kept is what was said last, or what was being done next."""
    with closing(sqlite3.connect(folder / "inspection.db")) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept = Conversations(open_store(folder).engine)
    for id_, (did, position) in {id_: (did, position) for did, id_, position in said}.items():
        found = kept.get(id_)
        if did == "deleted":
            assert found is None
            continue
        turns = position + 1 if did == "kept" else 2
        next_ = {"kept": {turns + 1} if position < 2 else {2}, "cut": {0}}[did]  # the cut may be followed by the end
        assert (len(found.conversation.turns) if found else 0) in {turns} | next_
        assert all(turn.answer.note != UNREADABLE for turn in (found.conversation.turns if found else ()))
