"""PDF files read and drawn in a process of their own, with a limit on its memory and time.

A damaged or hostile PDF can make any PDF library crash, hang or fill the memory. The child process takes that risk:
when it dies or is too slow, the file is unreadable and the next one gets a new child. The child stays for the next
file, for starting one takes as long as reading ten pages. One question is put to it at a time.
"""

import contextlib
import json
import os
import struct
import subprocess
import sys
import threading
from dataclasses import astuple
from typing import IO

from corpus.errors import UnreadableFile
from ingest import pdfium
from ingest.document import Document, Line

SECONDS = 45
"""The longest that one file may take. Sixty pages take one."""

MEMORY = 1_000_000_000
"""Bytes of address space that the child may use. Reading the largest report takes 250 million."""

_TOO_MUCH = "reading it takes more time or memory than a report does; print it to a new PDF and add that"
_LENGTH = struct.Struct("<QQ")
_START = "from ingest.pdf import serve; serve()"
_one_at_a_time = threading.Lock()
_children: list[subprocess.Popen[bytes]] = []


def lines(data: bytes, name: str) -> Document:
    """The lines of a PDF in reading order. Raises UnreadableFile with the reason."""
    answer = json.loads(_ask({"do": "lines", "name": name}, data))
    found = tuple(Line(*values) for values in answer["lines"])
    return Document(found, answer["pages"], heights=tuple(answer["heights"]), remark=answer["remark"])


def render(data: bytes, page: int, scale: float) -> bytes:
    """A PNG picture of a page (from 1) at `scale` pixels a point. Raises UnreadableFile."""
    return _ask({"do": "render", "name": "the report", "page": page, "scale": scale}, data)


def _ask(question: dict[str, str | int | float], data: bytes) -> bytes:
    """The child's answer to a question about a file. Raises UnreadableFile if it says so, dies, or takes too long."""
    name = str(question["name"])
    with _one_at_a_time:
        child = _child()
        assert child.stdin is not None
        assert child.stdout is not None
        alarm = threading.Timer(SECONDS, child.kill)
        alarm.start()
        try:
            _send(child.stdin, json.dumps(question).encode(), data)
            outcome, answer = _receive(child.stdout)
        except (OSError, EOFError) as error:
            child.kill()
            child.wait()
            raise UnreadableFile(name, _TOO_MUCH) from error
        finally:
            alarm.cancel()
    if outcome != b"ok":
        raise UnreadableFile(name, answer.decode())
    return answer


def _child() -> subprocess.Popen[bytes]:
    """The child process, started if there is none. It ends by itself when this process does."""
    if _children and _children[0].poll() is None:
        return _children[0]
    for ended in _children:
        for pipe in (ended.stdin, ended.stdout):
            with contextlib.suppress(OSError):
                assert pipe is not None
                pipe.close()
        ended.wait()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    _children[:] = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
    ]
    return _children[0]


def serve() -> None:
    """The child's side: answers questions on standard input until it is closed."""
    _limit_memory()
    while True:
        try:
            header, data = _receive(sys.stdin.buffer)
        except EOFError:
            return
        question = json.loads(header)
        try:
            answer = _answer(question, data)
        except UnreadableFile as error:
            _send(sys.stdout.buffer, b"unreadable", error.reason.encode())
        except MemoryError:
            _send(sys.stdout.buffer, b"unreadable", _TOO_MUCH.encode())
        else:
            _send(sys.stdout.buffer, b"ok", answer)


def _answer(question: dict[str, str], data: bytes) -> bytes:
    name = question["name"]
    if question["do"] == "render":
        return pdfium.render(data, int(question["page"]), float(question["scale"]), name)
    document = pdfium.lines(data, name)
    found = [astuple(line) for line in document.lines]
    rest = {"pages": document.pages, "heights": document.heights, "remark": document.remark}
    return json.dumps({"lines": found, **rest}).encode()


def _limit_memory() -> None:
    """Takes a limit on memory where the system has one to take; elsewhere the limit on time must do."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _send(pipe: IO[bytes], first: bytes, second: bytes) -> None:
    pipe.write(_LENGTH.pack(len(first), len(second)) + first)
    pipe.write(second)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> tuple[bytes, bytes]:
    """Two byte strings. Raises EOFError if the other side is gone."""
    lengths = pipe.read(_LENGTH.size)
    if len(lengths) < _LENGTH.size:
        raise EOFError
    first, second = _LENGTH.unpack(lengths)
    values = pipe.read(first), pipe.read(second)
    if len(values[1]) < second:
        raise EOFError
    return values
