"""Settings: everything a user can choose, read from INSPECTION_* environment variables."""

import os
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import WrongUse
from corpus.models import EMBEDDER, RERANKER

PREFIX = "INSPECTION_"


class Settings(BaseSettings):
    """What a user can choose; each field is the environment variable INSPECTION_<FIELD>."""

    # An empty variable is how shells and container files leave one out.
    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    data: Path = Field(
        default_factory=lambda: user_data_path("inspection-assistant", appauthor=False),
        description="The folder that holds the library.",
    )
    embedder: str = Field(
        default=EMBEDDER.name,
        min_length=1,
        description="The model that searches by meaning: a sentence-transformers name or folder.",
    )
    reranker: str = Field(
        default=RERANKER.name,
        min_length=1,
        description="The model that judges what answers a question: a cross-encoder's name or folder.",
    )
    chat_model: str | None = Field(
        default=None,
        pattern=r"^[a-z_]+:.+$",
        description="A language model that words the answers, as provider:model. Default: none.",
    )
    chat_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/@]+(?:/[^\s@]*)?$",
        description="The chat model's server, such as http://localhost:8080/v1. Default: its provider's own.",
    )
    chat_key: SecretStr | None = Field(
        default=None,
        min_length=1,
        description="The key for the server of INSPECTION_CHAT_URL, which gets no other. Default: none.",
    )
    local_only: bool = Field(
        default=False,
        description="True forbids every chat model that is not on this machine.",
    )
    chroma_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+$",
        description="A Chroma server, such as http://localhost:8000. Default: none, the index is a folder in the data.",
    )
    database_url: str | None = Field(
        default=None,
        min_length=1,
        description="A database for the store, as an SQLAlchemy URL. Default: SQLite in the data folder.",
    )


def read_settings(data: Path | None = None) -> Settings:
    """The settings of the environment, with the data folder of the command line in front where it is given.

    Raises WrongUse for an unknown INSPECTION_* variable or a value out of bounds.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise WrongUse(f"{unknown[0]} is not a setting: remove it, or use one of {', '.join(sorted(known))}.")
    try:
        return Settings() if data is None else Settings(data=data)
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise WrongUse(f"{name} cannot be used: {first['msg']}.") from error
