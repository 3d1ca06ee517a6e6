"""What can go wrong with a call to a chat model, told in plain words that hold no key."""

import re

_KEY = re.compile(
    r"\b(?:sk|pk|rk|key|gsk|xai|AIza)[-_A-Za-z0-9*.]{6,}|(?<=Bearer )\S+|"
    r"(?<=key[=:] )\S+|(?<=key[=:])\S+|\b(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b",
    re.IGNORECASE,
)
"""What looks like a key: a known beginning, what follows "Bearer" or "key=", or 24 letters and digits on end."""
_LONGEST = 160  # characters of a provider's own words
_CONTEXT = re.compile(r"context|too (?:long|many tokens)|maximum.*tokens|n_ctx|prompt is too", re.IGNORECASE)
_BY_STATUS = {
    401: "its key was refused",
    403: "its key was refused",
    404: "its server does not know the model",
    429: "its server takes no more questions for now",
}
_AGAIN_IS_NO_USE = frozenset({400, 401, 403, 404, 413, 422, 429})


class Unreadable(Exception):
    """A model's output that is no answer; its text says what it was instead."""


def scrub(text: str) -> str:
    """The first line of a text, at most 160 characters, without anything that looks like a key."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")
    line = _KEY.sub("…", "".join(c if c.isprintable() else " " for c in line)).rstrip(". ")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def tell(error: BaseException, seconds: float) -> str:  # noqa: PLR0911 - a line for each way to fail
    """Why a call failed, to go after "The chat model could not answer": "its key was refused". `seconds`: time-out."""
    kind, status = type(error).__name__, _status(error)
    said = scrub(str(error)) if str(error).strip() else kind
    if isinstance(error, Unreadable):
        return str(error)
    if status in (400, 413) and _CONTEXT.search(str(error)):
        return "the paragraphs are more than it can read at once"
    if status is not None and status >= 500:
        return f"its server failed with status {status}"
    if "Timeout" in kind or "timed out" in said.lower():
        return f"nothing came for {seconds:.0f} seconds"
    if "Connect" in kind or "Protocol" in kind:
        cut = "closed" in said.lower() or "incomplete" in said.lower()
        return "the connection was cut" if cut else "no server answers at its address"
    if status is None and isinstance(error, (ValueError, TypeError, LookupError, AttributeError)):
        return "its answer could not be read"
    return _BY_STATUS.get(status or 0, said)


def is_worth_retrying(error: BaseException) -> bool:
    """True unless the same call would fail again, or its client has tried often enough by itself."""
    if "Timeout" in type(error).__name__ or type(error).__name__ == "APIConnectionError":
        return False
    return _status(error) not in _AGAIN_IS_NO_USE


def _status(error: BaseException) -> int | None:
    found = getattr(error, "status_code", None) or getattr(error, "code", None)
    return found if isinstance(found, int) else None
