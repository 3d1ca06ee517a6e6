"""The progress bar of ingest, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ingest.pipeline import Ingested
from ui.commands.terminal import printable


@contextmanager
def show_progress(files: int) -> Iterator[Callable[[Ingested, int], None]]:
    """Show how many files and paragraphs are done and how long the rest takes; gives what to tell of each file.

    Where standard error is no terminal, a line for each file that went in takes the place of the bar.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, {task.fields[paragraphs]} paragraphs"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("Reading", total=files, paragraphs=0)
        paragraphs = 0

        def tell(done: Ingested, _left: int) -> None:
            nonlocal paragraphs
            paragraphs += done.paragraphs
            progress.update(task, advance=1, paragraphs=paragraphs)
            if progress.disable and done.outcome in ("added", "replaced"):  # who failed is told at the end
                click.echo(printable(f"{done.file}: {done.outcome}, {done.paragraphs} paragraphs"), err=True)

        yield tell
