"""Opening the chat model that the settings name, through LangChain's init_chat_model, and no other way out."""

import importlib
import ipaddress
import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from assistant.chat_model.connecting import connect
from assistant.chat_model.failing import scrub
from corpus.errors import ModelProblem
from corpus.settings import Settings

SECONDS = 60.0
"""How long one call may wait for the model's next words."""
_NO_KEY = "none"
"""What clients that insist on a key are given where there is none, so that they look for none themselves."""
_THIS_MACHINE = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))


@dataclass(frozen=True, slots=True)
class Provider:
    """Who runs models: a name for people, the extra that brings the package, the key's variables, the usual server.

    `url` is named to the client even where it is the usual one, so that no other variable sends words elsewhere.
    `address` is the client's own word for it.
    """

    name: str
    extra: str
    keys: tuple[str, ...]
    url: str
    address: str = "base_url"


PROVIDERS = {
    "ollama": Provider("Ollama", "ollama", (), "http://127.0.0.1:11434"),
    "openai": Provider("OpenAI", "openai", ("OPENAI_API_KEY",), "https://api.openai.com/v1"),
    "anthropic": Provider("Anthropic", "anthropic", ("ANTHROPIC_API_KEY",), "https://api.anthropic.com"),
    "azure_openai": Provider("Azure", "azure", ("AZURE_OPENAI_API_KEY",), "", "azure_endpoint"),
    "google_genai": Provider(
        "Google", "google", ("GOOGLE_API_KEY", "GEMINI_API_KEY"), "https://generativelanguage.googleapis.com"
    ),
}


def open_chat_model(settings: Settings, seconds: float = SECONDS) -> BaseChatModel:
    """The chat model of the settings, at its steadiest; it is not called yet. `seconds` is one call's time-out.

    Its client tries nothing twice, for it would wait out a time-out again: what is worth it, calling.py tries again.

    Raises ModelProblem where the provider is unknown, its package or key is missing, or the model may not be used.
    """
    name = settings.chat_model or ""
    provider = provider_of(settings)
    _permit(settings, provider)
    try:
        model: BaseChatModel = init_chat_model(name, **_arguments(settings, provider, seconds))
        if provider.extra == "anthropic":
            _give_client(model, settings, seconds)
    except ImportError as error:
        raise ModelProblem(
            f"The chat model {name} needs a package that is not installed: run pip install "
            f"'inspection-assistant[{provider.extra}]', or remove INSPECTION_CHAT_MODEL."
        ) from error
    except Exception as error:
        raise ModelProblem(
            f"The chat model {name} cannot be used ({scrub(str(error))}): check its name and address, or remove "
            "INSPECTION_CHAT_MODEL."
        ) from error
    return model


def is_local(settings: Settings) -> bool:
    """True if the chat model of the settings is on this machine, or there is none."""
    if settings.chat_model is None:
        return True
    return settings.chat_model.split(":")[0] in ("ollama", "openai") and _is_this_machine(host_of(settings))


def provider_of(settings: Settings) -> Provider:
    """Who runs the chat model of the settings. Raises ModelProblem for a provider that is not known."""
    name = (settings.chat_model or "").split(":")[0]
    if name not in PROVIDERS:
        raise ModelProblem(
            f"The chat model {settings.chat_model} cannot be used: name one of {', '.join(PROVIDERS)} before the "
            "colon, or remove INSPECTION_CHAT_MODEL."
        )
    return PROVIDERS[name]


def host_of(settings: Settings) -> str:
    """The host that words are sent to: "api.openai.com"."""
    provider = provider_of(settings)
    # Ollama on this machine passes on what is asked of such a model: https://docs.ollama.com/cloud
    if provider.extra == "ollama" and (settings.chat_model or "").endswith((":cloud", "-cloud")):
        return "ollama.com"
    return _host(_url(settings, provider))


def _permit(settings: Settings, provider: Provider) -> None:
    """Raises ModelProblem where the settings forbid the model, it has no address or key, or words would lie open."""
    name, url = settings.chat_model, _url(settings, provider)
    if settings.local_only and not is_local(settings):
        raise ModelProblem(
            f"The chat model {name} is not on this machine and INSPECTION_LOCAL_ONLY forbids that: set "
            "INSPECTION_CHAT_URL to a server on this machine, use ollama, or remove INSPECTION_CHAT_MODEL."
        )
    if not settings.chat_url and provider.keys and not any(os.environ.get(key) for key in provider.keys):
        raise ModelProblem(
            f"The chat model {name} needs a key: set {provider.keys[0]}, or remove INSPECTION_CHAT_MODEL."
        )
    if not url:
        raise ModelProblem(
            f"The chat model {name} needs an address: set AZURE_OPENAI_ENDPOINT, or remove INSPECTION_CHAT_MODEL."
        )
    if provider.extra == "azure" and not os.environ.get("OPENAI_API_VERSION"):
        raise ModelProblem(
            f"The chat model {name} needs a version of Azure's interface: set OPENAI_API_VERSION, such as 2024-10-21, "
            "or remove INSPECTION_CHAT_MODEL."
        )
    if not url.lower().startswith("https://") and not _is_this_machine(_host(url)):
        raise ModelProblem(
            f"The chat model {name} would be sent words about children that anybody on the way to {_host(url)} can "
            "read: give it an address that begins with https://, or one on this machine."
        )


def _url(settings: Settings, provider: Provider) -> str:
    return settings.chat_url or provider.url or os.environ.get("AZURE_OPENAI_ENDPOINT", "")


def _key(settings: Settings, provider: Provider) -> str:
    """The key for the server that is asked: a provider's own goes to the provider alone."""
    if settings.chat_url:
        return settings.chat_key.get_secret_value() if settings.chat_key else _NO_KEY
    return next((key for name in provider.keys if (key := os.environ.get(name))), _NO_KEY)


def _arguments(settings: Settings, provider: Provider, seconds: float) -> dict[str, Any]:
    """What the provider's client is told: address, key, time-out in seconds, and to follow nobody elsewhere.

    All is said, for what is left unsaid the clients look up in variables of their own.
    """
    url, key = _url(settings, provider), _key(settings, provider)
    found: dict[str, Any] = {provider.address: url}
    way = {"follow_redirects": False, "trust_env": not _is_this_machine(_host(url))}  # no proxy leads to this machine
    if provider.extra != "anthropic":  # whose newer models refuse to be told, and LangChain with them
        found["temperature"] = 0
    if provider.extra == "ollama":
        return found | {"client_kwargs": {"timeout": seconds, "headers": {"authorization": f"Bearer {key}"}, **way}}
    found |= {"api_key": key, "timeout": seconds, "max_retries": 0}
    if provider.extra == "google":
        # It counts the first attempt as well.
        return found | {"max_retries": 1, "vertexai": False, "client_args": way}
    if provider.extra == "anthropic":
        return found
    found["http_client"] = _http_client("openai", settings, seconds)
    if provider.extra == "azure":
        return found | {"azure_ad_token": None, "stream_usage": True}
    # Servers of other makes may refuse to count tokens in a stream.
    return found | {"openai_proxy": None, "stream_usage": settings.chat_url is None}


def _http_client(package: str, settings: Settings, seconds: float) -> object:
    provider = provider_of(settings)
    here = _is_this_machine(_host(_url(settings, provider)))
    return connect(package, seconds, here=here, key=_key(settings, provider) if settings.chat_url else None)


def _give_client(model: BaseChatModel, settings: Settings, seconds: float) -> None:
    """Put a client of ours where LangChain keeps Anthropic's, for it takes none and makes its own at the first call."""
    provider = provider_of(settings)
    model.__dict__["_client"] = importlib.import_module("anthropic").Anthropic(
        api_key=_key(settings, provider),
        base_url=_url(settings, provider),
        timeout=seconds,
        max_retries=0,
        http_client=_http_client("anthropic", settings, seconds),
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:  # brackets around what is no address
        return url


def _is_this_machine(host: str) -> bool:
    """True for localhost, 127.0.0.0/8 and ::1; other names, "x.localhost" among them, may be found elsewhere."""
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in _THIS_MACHINE)
