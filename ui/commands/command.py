"""What the commands share: their options, the library they open, and how they print."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from corpus.library import Library
from corpus.settings import Settings, read_settings

F = TypeVar("F", bound=Callable[..., Any])
DATA_KEPT = f"{__name__}.data"
"""Where in click's context the data folder of a command is kept."""


def _keep_data(ctx: click.Context, _option: click.Parameter, data: Path | None) -> Path | None:
    """The data folder, given here or before the command's name, kept for where a problem is written down."""
    if data is not None:
        ctx.meta[DATA_KEPT] = data
    return ctx.meta.get(DATA_KEPT)


def _data(*, is_for_all: bool) -> Callable[[F], F]:
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        callback=_keep_data,
        expose_value=not is_for_all,
        help="The folder that holds the library.",
    )


DATA = _data(is_for_all=False)
DATA_FOR_ALL = _data(is_for_all=True)
"""The same before the name of a command, for whichever follows."""
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")


@contextmanager
def open_library(data: Path | None) -> Iterator[Library]:
    """The library of a data folder, the settings' own where there is none, closed in the end."""
    with Library(read_settings(data), say=say) as library:
        yield library


def disclose_first(settings: Settings) -> None:
    """Say what leaves the machine before anything does."""
    from assistant.chat_model.disclosure import disclose  # noqa: PLC0415 - seconds to import

    if said := disclose(settings):
        say(said)


def dump(form: object) -> str:
    """A form as JSON on one line."""
    return json.dumps(form, ensure_ascii=False)


def say(line: str) -> None:
    """Print a message, beside what is printed for other programs."""
    click.echo(line, err=True)
