"""Opening the chat model that the settings name, through LangChain's init_chat_model, and no other way out."""

import ipaddress
import os
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from assistant.chat_model.failing import scrub
from corpus.errors import ModelProblem
from corpus.settings import Settings

SECONDS = 60.0
"""How long one call may wait for the model's next words."""
RETRIES = 2
"""How often the provider's own client tries again what a busy or absent server refused."""


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


def open_chat_model(settings: Settings, seconds: float = SECONDS, retries: int = RETRIES) -> BaseChatModel:
    """The chat model of the settings, at temperature 0; it is not called yet. `seconds` is one call's time-out.

    Raises ModelProblem where the provider is unknown, its package or key is missing, or the model may not be used.
    """
    name = settings.chat_model or ""
    provider = provider_of(settings)
    if settings.local_only and not is_local(settings):
        raise ModelProblem(
            f"The chat model {name} is not on this machine and INSPECTION_LOCAL_ONLY forbids that: set "
            "INSPECTION_CHAT_URL to a server on this machine, use ollama, or remove INSPECTION_CHAT_MODEL."
        )
    own_server = settings.chat_url is not None and name.startswith("openai:")
    if provider.keys and not own_server and not any(os.environ.get(key) for key in provider.keys):
        raise ModelProblem(
            f"The chat model {name} needs a key: set {provider.keys[0]}, or remove INSPECTION_CHAT_MODEL."
        )
    try:
        model: BaseChatModel = init_chat_model(name, temperature=0, **_arguments(settings, provider, seconds, retries))
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
    return settings.chat_model.split(":")[0] in ("ollama", "openai") and _is_loopback(host_of(settings))


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
    url = _url(settings, provider_of(settings))
    return urlsplit(url).hostname or url


def _url(settings: Settings, provider: Provider) -> str:
    return settings.chat_url or provider.url or os.environ.get("AZURE_OPENAI_ENDPOINT", "")


def _arguments(settings: Settings, provider: Provider, seconds: float, retries: int) -> dict[str, Any]:
    """What the provider's client is told: time-out in seconds, retries, address."""
    url = _url(settings, provider)
    found: dict[str, Any] = {provider.address: url} if url else {}
    if provider.extra == "ollama":
        # A proxy of the environment is no way to this machine.
        return {**found, "client_kwargs": {"timeout": seconds, "trust_env": not is_local(settings)}}
    found |= {"timeout": seconds, "max_retries": retries}
    if provider.extra == "openai" and settings.chat_url:
        found["api_key"] = os.environ.get("OPENAI_API_KEY") or "none"  # the client insists on one, the server does not
        if is_local(settings):
            import httpx  # noqa: PLC0415 - comes with the client

            found["http_client"] = httpx.Client(trust_env=False, timeout=seconds)
    elif provider.extra == "openai":
        found["stream_usage"] = True
    return found


def _is_loopback(host: str) -> bool:
    if re.fullmatch(r"(?:[\w-]+\.)*localhost", host):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
