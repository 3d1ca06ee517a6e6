"""The HTTP client that words leave by: to the server that was named, with its own key and nothing from elsewhere."""

import importlib
from collections.abc import Callable
from typing import Any

_NO_PROXIES = dict.fromkeys(("all://", "http://", "https://"))
_USUAL = frozenset(
    "host accept accept-encoding connection content-type content-length transfer-encoding user-agent anthropic-version "
    "anthropic-beta".split()
)
_OF_KEYS = frozenset({"authorization", "api-key", "x-api-key"})
_TELEMETRY = "x-stainless-"  # what the clients say of themselves: their version, and which attempt this is


def connect(package: str, seconds: float, *, here: bool, key: str | None = None) -> object:
    """An HTTP client of the package's own sort, which its errors rely on. Raises ImportError.

    It follows nobody elsewhere, and no proxy leads to a server that is `here`, on this machine. Where `key` is given,
    the server is not the provider's own: it gets that key and the usual headers, not the organisation, project or
    headers that the provider's client finds in variables of its own (OPENAI_ORG_ID, ANTHROPIC_CUSTOM_HEADERS).
    """
    no_proxy = {"trust_env": False, "mounts": _NO_PROXIES} if here else {}
    hooks = {} if key is None else {"event_hooks": {"request": [_keep_usual(key)]}}
    sort = importlib.import_module(package).DefaultHttpxClient
    return sort(timeout=seconds, follow_redirects=False, **no_proxy, **hooks)


def _keep_usual(key: str) -> Callable[[Any], None]:
    """What takes every header out of a request that a server of one's own need not get."""

    def keep(request: Any) -> None:  # noqa: ANN401 - a request of httpx, which each client brings along
        for name in {name.lower() for name in request.headers}:
            ours = name in _OF_KEYS and request.headers[name].removeprefix("Bearer ") == key
            if name not in _USUAL and not ours and not name.startswith(_TELEMETRY):
                del request.headers[name]

    return keep
