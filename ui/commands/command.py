"""What the commands share: their options, the library they open, and how they print."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from corpus.library import Library
from corpus.settings import Settings, read_settings

DATA_KEPT = f"{__name__}.data"
"""Where in click's context the data folder of a command is kept."""


def _keep_data(ctx: click.Context, _option: click.Parameter, data: Path | None) -> Path | None:
    """Keep the data folder where a problem can be written down, whatever goes wrong later."""
    ctx.meta[DATA_KEPT] = data
    return data


DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_keep_data,
    help="The folder that holds the library.",
)
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
