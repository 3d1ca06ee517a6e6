"""What can go wrong with a call to a chat model, told in plain words that hold no key."""

import re
from collections.abc import Iterator

_KEY = re.compile(
    r"\b(?:sk|pk|rk|key|gsk|xai|AIza)[-_A-Za-z0-9*.]{6,}|(?<=Bearer )\S+|"
    r"(?<=key[=:] )\S+|(?<=key[=:])\S+|\b(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{24,}\b",
    re.IGNORECASE,
)
"""What looks like a key: a known beginning, what follows "Bearer" or "key=", or 24 letters and digits on end."""
_LONGEST = 160  # characters of a provider's own words
_CONTEXT = re.compile(r"context|too (?:long|many tokens)|maximum.*tokens|n_ctx|prompt is too", re.IGNORECASE)
_WRONG_KEY = re.compile(r"api[ _]key[ _](?:not valid|invalid)", re.IGNORECASE)  # Google's, with status 400
_BY_STATUS = {
    401: "its key was refused",
    403: "its key was refused",
    404: "its server does not know the model",
    429: "its server takes no more questions for now",
}
_AGAIN_IS_NO_USE = frozenset({400, 401, 403, 404, 408, 413, 422, 504})
"""What the same call would meet again, and a server's own time-outs, which nobody waits for twice."""


class Unreadable(Exception):
    """A model's output that is no answer; its text says what it was instead."""


def scrub(text: str) -> str:
    """The first line of a text, at most 160 characters, without anything that looks like a key."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")
    line = line[: line.find("{")] if line.find("{") > 0 else line  # the form of an answer is not for people
    line = _KEY.sub("…", "".join(c if c.isprintable() else " " for c in line)).rstrip(".:- ")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def tell(error: BaseException, seconds: float) -> str:  # noqa: PLR0911 - a line for each way to fail
    """Why a call failed, to go after "The chat model could not answer": "its key was refused". `seconds`: time-out."""
    kinds, status = " ".join(type(each).__name__ for each in _chain(error)), _status(error)
    words = " ".join(str(each) for each in _chain(error))
    if isinstance(error, Unreadable):
        return str(error)
    if status == 400 and _WRONG_KEY.search(words):
        return _BY_STATUS[401]
    if status in (400, 413) and _CONTEXT.search(words):
        return "the paragraphs are more than it can read at once"
    if status is not None and status >= 500:
        return f"its server failed with status {status}"
    if status is not None and 300 <= status < 400:
        return "its server points to another one, which is not asked"
    if "Timeout" in kinds or "timed out" in words.lower():
        return f"nothing came for {seconds:.0f} seconds"
    if "Protocol" in kinds or "ReadError" in kinds:
        return "the connection was cut"
    if "Connect" in kinds:
        return "no server answers at its address"
    if status is None and isinstance(error, (ValueError, TypeError, LookupError, AttributeError)):
        return "its answer could not be read"
    return _BY_STATUS.get(status or 0) or scrub(str(error) or type(error).__name__)


def is_worth_retrying(error: BaseException) -> bool:
    """True unless the same call would fail again, or be waited for as long again."""
    if any("Timeout" in type(each).__name__ or "timed out" in str(each).lower() for each in _chain(error)):
        return False
    status = _status(error)
    return status not in _AGAIN_IS_NO_USE and not (status is not None and 300 <= status < 400)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what caused it: LangChain wraps the clients' errors, and they wrap those of the connection."""
    each: BaseException | None = error
    while each is not None:
        yield each
        each = each.__cause__


def _status(error: BaseException) -> int | None:
    """The HTTP status that a server answered with, as the first error in the chain that knows it says."""
    for each in _chain(error):
        for name in ("status_code", "code"):
            found = getattr(each, name, None)
            if isinstance(found, int) and found > 0:
                return found
    return None
