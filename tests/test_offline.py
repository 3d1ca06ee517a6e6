"""After the install nothing touches the network: the main job is done without one, and nothing asks for it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

ROOT = Path(__file__).parents[1]
REPORT = "saltmere--focused-visit--2024-01-08.pdf"

_CUT_OFF = """
import json, socket, sys

tried = []
connect = socket.socket.connect

def cut_off(name):
    def refuse(*words, **_more):
        if name == "connect" and words[0].family not in (socket.AF_INET, socket.AF_INET6):
            return connect(*words)
        tried.append(f"{name} {words[1:] if name.startswith('connect') else words}")
        raise OSError("The network is cut off.")
    return refuse

socket.socket.connect, socket.socket.connect_ex = cut_off("connect"), cut_off("connect_ex")
socket.getaddrinfo, socket.gethostbyname = cut_off("getaddrinfo"), cut_off("gethostbyname")

from ui.cli import main

data, report = sys.argv[1:]
main(["ingest", report, "--data", data], standalone_mode=False)
main(["ask", "How many care leavers does Saltmere support?", "--json", "--data", data], standalone_mode=False)
print(json.dumps(tried))
"""


def _run(*before: str, data: Path) -> tuple[dict[str, object], list[str]]:
    """The answer, and what was tried to be reached, of the main job in a process behind the command `before`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TIKTOKEN", "XDG"))}
    done = subprocess.run(
        [*before, sys.executable, "-c", _CUT_OFF, str(data), str(SAMPLES / REPORT)],
        env={**kept, "PYTHONPATH": str(ROOT), "HOME": str(data)},  # without anything fetched before
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer, tried = done.stdout.splitlines()
    return json.loads(answer), json.loads(tried)


def _check(answer: dict[str, object], tried: list[str]) -> None:
    assert "268" in str(answer["answer"])
    citations = answer["citations"]
    assert isinstance(citations, list)
    assert citations[0]["report"] == REPORT
    assert tried == []


def test_a_report_goes_in_and_a_question_is_answered_with_every_connection_refused(tmp_path: Path) -> None:
    _check(*_run(data=tmp_path))


def test_the_same_in_a_machine_without_network(tmp_path: Path) -> None:
    """Libraries that do not ask through Python's sockets have none either."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-n", "true"], capture_output=True, check=False).returncode:
        pytest.skip("This system lets nobody take a process off the network.")
    _check(*_run(unshare, "-n", data=tmp_path))
