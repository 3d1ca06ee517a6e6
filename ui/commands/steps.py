"""The bar of work that takes a while, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.commands.command import say

_EVERY = 10


@contextmanager
def show_steps(said: str) -> Iterator[Callable[[int, int], None]]:
    """Show how many steps are done and how long the rest takes; gives what to tell of how many are done, of how many.

    Where standard error is no terminal, a line for every ten steps takes the place of the bar.
    """
    from rich.console import Console  # noqa: PLC0415 - only where it is used
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn(said, markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(said)

        def tell(done: int, of: int) -> None:
            progress.update(task, completed=done, total=of)
            if progress.disable and (done == 1 or done % _EVERY == 0 or done == of):
                say(f"{said}: {done} of {of}")

        yield tell
