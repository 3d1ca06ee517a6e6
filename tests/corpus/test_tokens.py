"""Tokens are counted with a vocabulary that is already here."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some

from corpus.tokens import count_tokens

ROOT = Path(__file__).parents[2]


def test_tokens_are_those_of_cl100k_base() -> None:
    assert count_tokens("") == 0
    assert count_tokens("Report") == 1
    assert count_tokens("Inspection of children’s services") == 6


def test_a_mark_of_the_vocabulary_in_a_report_counts_as_plain_text() -> None:
    assert count_tokens("<|endoftext|>") > 1


@given(some.text())
def test_any_text_can_be_counted(text: str) -> None:
    assert 0 <= count_tokens(text) <= len(text.encode("utf-8", "surrogatepass"))


def test_counting_needs_neither_network_nor_cache() -> None:
    """In a process of its own whose every connection fails and whose tiktoken has never fetched anything."""
    script = (
        "import socket\n"
        "def cut(*_): raise OSError('the network is cut off')\n"
        "socket.socket.connect = socket.getaddrinfo = cut\n"
        "from corpus.tokens import count_tokens\n"
        "print(count_tokens('Report'))"
    )
    environment = {name: value for name, value in os.environ.items() if "CACHE_DIR" not in name}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "1\n"


def test_the_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    count_tokens("Report")
    assert dict(os.environ) == before
