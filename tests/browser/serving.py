"""Starts the chat as a person would, on a free port, and ends it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY = 90  # seconds that a start may take on a machine that is busy otherwise


def served(script: Path, data: Path, **settings: str) -> AbstractContextManager[str]:
    """The address of a Streamlit script that runs on a data folder with these environment variables. Ends it after."""
    return served_at(_free_port(), script, data, **settings)


@contextmanager
def served_at(port: int, script: Path, data: Path, **settings: str) -> Iterator[str]:
    """The same at a port of this machine."""
    # From the folder of the chat, so that its configuration holds for the stand-ins too.
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    environment = {**os.environ, "INSPECTION_DATA": str(data), "PYTHONPATH": str(ROOT), **settings}
    server = subprocess.Popen(
        command, cwd=ROOT / "ui", env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("The chat did not start.")
