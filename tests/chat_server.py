"""A small OpenAI-compatible chat server on this machine, whose every answer a plain function of the messages decides.

It speaks /v1/chat/completions, streaming (server-sent events) and not, and /v1/models, as described at
https://platform.openai.com/docs/api-reference/chat, and keeps the requests it got.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Messages = Sequence[Mapping[str, str]]
"""What a request holds: each message with its `role` and `content`."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is an error: its HTTP status, the provider's own code and words, and more headers."""

    status: int
    code: str
    words: str
    headers: Mapping[str, str] = field(default_factory=dict)


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


Piece = str | Pause | Raw | Stop | Cut
Behaviour = Callable[[Messages], Iterable[Piece] | Refusal]


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: its path, its headers (names in lower case) and its body."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def messages(self) -> Messages:
        """The messages it holds."""
        return list(self.body.get("messages", []))


class ChatServer(ThreadingHTTPServer):
    """Answers as its `behaviour` says, which may be changed at any time; `requests` are those for an answer."""

    daemon_threads = True

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behaviour = behaviour
        self.requests: list[Request] = []

    @property
    def url(self) -> str:
        """Where it is, as a client wants to be told."""
        return f"http://127.0.0.1:{self.server_port}/v1"

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
        if self.path == "/v1/models":
            self._send({"object": "list", "data": [{"id": "test", "object": "model", "owned_by": "tests"}]})
        else:
            self._refuse(Refusal(404, "not_found", f"There is nothing at {self.path}."))

    def do_POST(self) -> None:
        """An answer, whole or streamed."""
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        if self.path != "/v1/chat/completions":
            self._refuse(Refusal(404, "not_found", f"There is nothing at {self.path}."))
            return
        request = Request(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.server.requests.append(request)
        answer = self.server.behaviour(request.messages)
        if isinstance(answer, Refusal):
            self._refuse(answer)
        elif body.get("stream"):
            self._stream(answer, request)
        else:
            self._whole(answer, request)

    def log_message(self, *_words: object) -> None:
        """Nothing: the tests' own output is enough."""

    def _whole(self, pieces: Iterable[Piece], request: Request) -> None:
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
        message = {"role": "assistant", "content": "".join(said)}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        self._send({**_head("chat.completion"), "choices": [choice], "usage": _usage(request, said)})

    def _stream(self, pieces: Iterable[Piece], request: Request) -> None:
        said: list[str] = []
        begun = False
        for piece in pieces:
            if not begun and not isinstance(piece, Pause | Cut):
                self._begin()
                begun = True
            match piece:
                case str():
                    said.append(piece)
                    self._event(_delta({"role": "assistant", "content": piece}, None))
                case Pause():
                    time.sleep(piece.seconds)
                case Raw():
                    self._chunk(piece.content)
                case Stop():
                    self._chunk(b"")
                    return
                case Cut():
                    self.close_connection = True
                    return
        if not begun:
            self._begin()
        self._event(_delta({}, "stop"))
        if request.body.get("stream_options", {}).get("include_usage"):
            self._event({**_head("chat.completion.chunk"), "choices": [], "usage": _usage(request, said)})
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _event(self, form: Mapping[str, Any]) -> None:
        self._chunk(f"data: {json.dumps(form)}\n\n".encode())

    def _chunk(self, content: bytes) -> None:
        """One chunk; an empty one ends the answer (https://www.rfc-editor.org/rfc/rfc9112#section-7.1)."""
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        self.wfile.flush()

    def _refuse(self, refusal: Refusal) -> None:
        error = {"message": refusal.words, "type": "error", "param": None, "code": refusal.code}
        self._send_bytes(refusal.status, json.dumps({"error": error}).encode(), refusal.headers)

    def _send(self, form: Mapping[str, Any]) -> None:
        self._send_bytes(200, json.dumps(form).encode(), {})

    def _send_bytes(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _head(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": 0, "model": "test"}


def _delta(delta: Mapping[str, str], reason: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return {**_head("chat.completion.chunk"), "choices": [choice], "usage": None}


def _usage(request: Request, said: Sequence[str]) -> dict[str, int]:
    """Words in place of tokens, which nobody needs exactly here."""
    asked = sum(len(message["content"].split()) for message in request.messages)
    told = len("".join(said).split())
    return {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}
