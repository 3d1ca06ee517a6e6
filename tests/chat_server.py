"""A small chat server on this machine, whose every answer a plain function of the messages decides.

It speaks as OpenAI, Azure, Ollama, Anthropic and Google do (tests.chat_servers.dialects), streaming and not, and keeps
the requests it got.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from tests.chat_servers.dialects import OPENAI, Dialect, End, Messages, Refusal, dialect_of

__all__ = ["Messages", "Refusal"]  # what tests say without knowing of dialects

WRONG_KEY = Refusal(401, "invalid_api_key", "Incorrect API key provided.")
_SOON = {"Retry-After": "0.01"}  # seconds; clients wait longer where they are told nothing
TOO_MANY = Refusal(429, "rate_limit_exceeded", "Rate limit reached.", _SOON)
OUT_OF_ORDER = Refusal(500, "server_error", "The server had an error.", _SOON)
TOO_LONG = Refusal(
    400, "context_length_exceeded", "This model's maximum context length is 4096 tokens, yours is 9000 tokens."
)


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Raw:
    """These bytes are sent as they are in place of an event."""

    content: bytes


class Stop:
    """The stream ends here, neatly, but before it has said that it is finished."""


class Cut:
    """The connection closes here. As the first piece it closes before anything was answered."""


class Full:
    """The answer ends here, finished, because it has grown too long."""


@dataclass(frozen=True, slots=True)
class Thought:
    """Words that the model only thinks, said as its make of server says them."""

    words: str


Piece = str | Pause | Raw | Stop | Cut | Full | Thought
Behaviour = Callable[[Messages], Iterable[Piece] | Refusal]


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: its path, its headers (names in lower case) and its body."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    messages: Messages
    """The messages it holds, whatever the dialect."""


class ChatServer(ThreadingHTTPServer):
    """Answers as its `behaviour` says, which may be changed at any time.

    `requests` are those for an answer; `paths` are those of everything that was sent.
    """

    daemon_threads = True

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behaviour = behaviour
        self.requests: list[Request] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        """Where it is, as OpenAI's client wants to be told."""
        return f"{self.root}/v1"

    @property
    def root(self) -> str:
        """Where it is, as every other client wants to be told."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_request: object) -> None:
        """A client that hangs up is what some tests want."""


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[ChatServer]:
    """A server that answers so while the block runs."""
    with ChatServer(behaviour) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ChatServer

    def do_GET(self) -> None:
        """The list of models, of which there is one."""
        self.server.paths.append(self.path)
        if self.path == "/v1/models":
            self._send({"object": "list", "data": [{"id": "test", "object": "model", "owned_by": "tests"}]})
        else:
            self._refuse(Refusal(404, "not_found", f"There is nothing at {self.path}."))

    def do_POST(self) -> None:
        """An answer, whole or streamed."""
        self.server.paths.append(self.path)
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        dialect = dialect_of(self.path)
        if dialect is None:
            self._refuse(Refusal(404, "not_found", f"There is nothing at {self.path}."))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.path, headers, body, dialect.hears(body))
        self.server.requests.append(request)
        answer = self.server.behaviour(request.messages)
        if isinstance(answer, Refusal):
            self._refuse(answer, dialect)
        elif body.get("stream") or ":stream" in self.path:
            self._stream(answer, request, dialect)
        else:
            self._whole(answer, request, dialect)

    def log_message(self, *_words: object) -> None:
        """Nothing: the tests' own output is enough."""

    def _whole(self, pieces: Iterable[Piece], request: Request, dialect: Dialect) -> None:
        said: list[str] = []
        for piece in pieces:
            match piece:
                case str():
                    said.append(piece)
                case Pause():
                    time.sleep(piece.seconds)
                case Raw():
                    self._send_bytes(200, piece.content, {})
                    return
                case Stop() | Cut():
                    self.close_connection = True
                    return
                case Full() | Thought():
                    pass
        self._send(dialect.whole("".join(said), _end(request, said)))

    def _stream(self, pieces: Iterable[Piece], request: Request, dialect: Dialect) -> None:
        said: list[str] = []
        begun = long = False
        for piece in pieces:
            if not begun and not isinstance(piece, Pause | Cut):
                self._begin(dialect)
                begun = True
            if isinstance(piece, Stop | Cut):
                if isinstance(piece, Stop):
                    self._chunk(b"")
                self.close_connection = True
                return
            if isinstance(piece, Pause):
                time.sleep(piece.seconds)
            elif isinstance(piece, Full):
                long = True
                break
            else:
                self._chunk(_in_words(piece, dialect, len(said)))
            if isinstance(piece, str):
                said.append(piece)
        if not begun:
            self._begin(dialect)
        self._chunk(dialect.ends(_end(request, said, long=long), request.body))
        self._chunk(b"")

    def _begin(self, dialect: Dialect) -> None:
        self.send_response(200)
        self.send_header("Content-Type", dialect.content_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if dialect.begins:
            self._chunk(dialect.begins)

    def _chunk(self, content: bytes) -> None:
        """One chunk; an empty one ends the answer (https://www.rfc-editor.org/rfc/rfc9112#section-7.1)."""
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        self.wfile.flush()

    def _refuse(self, refusal: Refusal, dialect: Dialect = OPENAI) -> None:
        self._send_bytes(refusal.status, json.dumps(dialect.refuses(refusal)).encode(), refusal.headers)

    def _send(self, form: Mapping[str, Any]) -> None:
        self._send_bytes(200, json.dumps(form).encode(), {})

    def _send_bytes(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _in_words(piece: str | Thought | Raw, dialect: Dialect, before: int) -> bytes:
    match piece:
        case str():
            return dialect.says(piece, before)
        case Thought():
            return dialect.thinks(piece.words)
        case Raw():
            return piece.content


def _end(request: Request, said: list[str], *, long: bool = False) -> End:
    """Words in place of tokens, which nobody needs exactly here."""
    asked = sum(len(message["content"].split()) for message in request.messages)
    return End(long, asked, len("".join(said).split()))
