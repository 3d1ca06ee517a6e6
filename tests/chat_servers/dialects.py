"""How chat servers of four makes hear messages, and how they say words, thoughts, endings and errors.

Sources: https://platform.openai.com/docs/api-reference/chat (Azure's is the same under another path),
https://docs.ollama.com/api/chat, https://docs.claude.com/en/api/messages-streaming and
https://ai.google.dev/api/generate-content.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Form = Mapping[str, Any]
Messages = Sequence[Mapping[str, str]]
"""What a request holds: each message with its `role` and `content`."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that is an error: its HTTP status, the provider's own code and words, and more headers."""

    status: int
    code: str
    words: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """How an answer ends: because it has grown too `long` or of itself, and the tokens that went in and came out."""

    long: bool
    tokens_in: int
    tokens_out: int


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one make of server hears and says; `says` and `ends` are bytes of a stream, `whole` is one JSON form."""

    content_type: str
    begins: bytes
    hears: Callable[[Form], Messages]
    says: Callable[[str, int], bytes]
    """A piece of an answer, and how many pieces came before it."""
    thinks: Callable[[str], bytes]
    ends: Callable[[End, Form], bytes]
    """The end of a stream, for the request that it answers."""
    whole: Callable[[str, End], Form]
    refuses: Callable[[Refusal], Form]


def dialect_of(path: str) -> Dialect | None:
    """The dialect that is spoken at a path; None where there is nothing."""
    path = path.partition("?")[0]
    if path == "/api/chat":
        return OLLAMA
    if path == "/v1/messages":
        return ANTHROPIC
    if path.startswith("/v1beta/models/") and path.endswith((":streamGenerateContent", ":generateContent")):
        return GOOGLE
    if path == "/v1/chat/completions" or (
        path.startswith("/openai/deployments/") and path.endswith("/chat/completions")
    ):
        return OPENAI
    return None


def _event(form: Form, name: str = "") -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(form)}\n\n".encode()


def _line(form: Form) -> bytes:
    return f"{json.dumps(form)}\n".encode()


def _plain(messages: Any) -> list[dict[str, str]]:
    """Messages whose content is text or blocks of text."""
    return [{"role": str(message["role"]), "content": _text(message["content"])} for message in messages]


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "".join(str(part.get("text", "")) for part in content)


def _openai(delta: Form, reason: str | None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return _event({**_openai_head("chat.completion.chunk"), "choices": [choice], "usage": None})


def _openai_head(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": 0, "model": "test"}


def _openai_usage(end: End) -> Form:
    total = end.tokens_in + end.tokens_out
    return {"prompt_tokens": end.tokens_in, "completion_tokens": end.tokens_out, "total_tokens": total}


def _openai_ends(end: End, body: Form) -> bytes:
    said = _openai({}, "length" if end.long else "stop")
    if body.get("stream_options", {}).get("include_usage"):
        said += _event({**_openai_head("chat.completion.chunk"), "choices": [], "usage": _openai_usage(end)})
    return said + b"data: [DONE]\n\n"


def _openai_whole(words: str, end: End) -> Form:
    message = {"role": "assistant", "content": words}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {**_openai_head("chat.completion"), "choices": [choice], "usage": _openai_usage(end)}


def _openai_refuses(refusal: Refusal) -> Form:
    return {"error": {"message": refusal.words, "type": "error", "param": None, "code": refusal.code}}


OPENAI = Dialect(
    "text/event-stream",
    b"",
    lambda body: _plain(body.get("messages", [])),
    lambda words, _before: _openai({"role": "assistant", "content": words}, None),
    lambda words: _openai({"role": "assistant", "content": "", "reasoning_content": words}, None),
    _openai_ends,
    _openai_whole,
    _openai_refuses,
)


def _ollama(message: Form, **more: Any) -> Form:
    said = {"role": "assistant", "content": "", **message}
    return {"model": "test", "created_at": "2026-01-01T00:00:00Z", "message": said, "done": False, **more}


def _ollama_end(end: End) -> dict[str, Any]:
    reason = "length" if end.long else "stop"
    return {"done": True, "done_reason": reason, "prompt_eval_count": end.tokens_in, "eval_count": end.tokens_out}


OLLAMA = Dialect(
    "application/x-ndjson",
    b"",
    lambda body: _plain(body.get("messages", [])),
    lambda words, _before: _line(_ollama({"content": words})),
    lambda words: _line(_ollama({"thinking": words})),
    lambda end, _body: _line(_ollama({}, **_ollama_end(end))),
    lambda words, end: _ollama({"content": words}, **_ollama_end(end)),
    lambda refusal: {"error": refusal.words},
)


def _anthropic(kind: str, **form: Any) -> bytes:
    return _event({"type": kind, **form}, kind)


def _anthropic_message(**more: Any) -> dict[str, Any]:
    return {"id": "msg_1", "type": "message", "role": "assistant", "model": "test", "stop_sequence": None, **more}


def _anthropic_usage(end: End) -> Form:
    return {"input_tokens": end.tokens_in, "output_tokens": end.tokens_out}


def _anthropic_hears(body: Form) -> Messages:
    system = [{"role": "system", "content": _text(body["system"])}] if "system" in body else []
    return [*system, *_plain(body.get("messages", []))]


def _anthropic_says(words: str, before: int) -> bytes:
    begins = _anthropic("content_block_start", index=1, content_block={"type": "text", "text": ""})
    said = _anthropic("content_block_delta", index=1, delta={"type": "text_delta", "text": words})
    return said if before else begins + said


def _anthropic_thinks(words: str) -> bytes:
    block = {"type": "thinking", "thinking": "", "signature": ""}
    return (
        _anthropic("content_block_start", index=0, content_block=block)
        + _anthropic("content_block_delta", index=0, delta={"type": "thinking_delta", "thinking": words})
        + _anthropic("content_block_stop", index=0)
    )


def _anthropic_ends(end: End, _body: Form) -> bytes:
    delta = {"stop_reason": "max_tokens" if end.long else "end_turn", "stop_sequence": None}
    return (
        _anthropic("content_block_stop", index=1)
        + _anthropic("message_delta", delta=delta, usage=_anthropic_usage(end))
        + _anthropic("message_stop")
    )


ANTHROPIC = Dialect(
    "text/event-stream",
    _anthropic(
        "message_start",
        message=_anthropic_message(content=[], stop_reason=None, usage={"input_tokens": 1, "output_tokens": 1}),
    ),
    _anthropic_hears,
    _anthropic_says,
    _anthropic_thinks,
    _anthropic_ends,
    lambda words, end: _anthropic_message(
        content=[{"type": "text", "text": words}], stop_reason="end_turn", usage=_anthropic_usage(end)
    ),
    lambda refusal: {"type": "error", "error": {"type": refusal.code, "message": refusal.words}},
)


def _google(part: Form, **more: Any) -> Form:
    content = {"role": "model", "parts": [part]}
    return {"candidates": [{"content": content, "index": 0, **more}], "modelVersion": "test", "responseId": "1"}


def _google_end(words: str, end: End) -> Form:
    total = end.tokens_in + end.tokens_out
    usage = {
        "promptTokenCount": end.tokens_in,
        "candidatesTokenCount": end.tokens_out,
        "totalTokenCount": total,
    }
    return {**_google({"text": words}, finishReason="MAX_TOKENS" if end.long else "STOP"), "usageMetadata": usage}


def _google_hears(body: Form) -> Messages:
    system = body.get("systemInstruction", {}).get("parts", [])
    told = [{"role": "system", "content": _text(system)}] if system else []
    return [*told, *({"role": each["role"], "content": _text(each["parts"])} for each in body.get("contents", []))]


GOOGLE = Dialect(
    "text/event-stream",
    b"",
    _google_hears,
    lambda words, _before: _event(_google({"text": words})),
    lambda words: _event(_google({"text": words, "thought": True})),
    lambda end, _body: _event(_google_end("", end)),
    _google_end,
    lambda refusal: {"error": {"code": refusal.status, "message": refusal.words, "status": refusal.code}},
)
