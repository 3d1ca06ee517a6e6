"""`inspection compare`: grades, a theme, a list of questions and good practice, across reports."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import WrongUse
from corpus.library import Library
from ui.commands.command import DATA, DATA_FOR_ALL, JSON, disclose_first, dump, open_library, say
from ui.commands.steps import show_steps

if TYPE_CHECKING:
    from assistant.comparing.narrowing import Narrowing
    from assistant.exports.sheet import Sheet

_COUNCILS = click.option("--council", "councils", multiple=True, help="Only this council; may be given several times.")
_FROM = click.option("--from", "first", type=click.IntRange(1900, 2200), help="Only inspections from this year on.")
_TO = click.option("--to", "last", type=click.IntRange(1900, 2200), help="Only inspections up to this year.")
_OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write an Excel (.xlsx) or CSV (.csv) file."
)


@click.group()
@DATA_FOR_ALL
def compare() -> None:
    """Set reports side by side: grades, a theme, questions, good practice."""


@compare.command()
@_COUNCILS
@click.option(
    "--area", "areas", multiple=True, help="Only this area, such as care-leavers; may be given several times."
)
@_FROM
@_TO
@_OUTPUT
@JSON
@DATA
def grades(areas: tuple[str, ...], output: Path | None, as_json: bool, data: Path | None, **chosen: Any) -> None:  # noqa: FBT001, ANN401 - as click passes them
    """Grades by council and year; what cannot be compared is said."""
    from assistant.comparing.graded import find_graded  # noqa: PLC0415 - seconds to import
    from assistant.comparing.sheets import area_of, grade_sheets  # noqa: PLC0415
    from ui.commands.comparing_forms import grades_form, write_grades  # noqa: PLC0415

    _check(output)
    with open_library(data) as library:
        found = find_graded(library, _narrowing(library, **chosen), [area_of(area) for area in areas])
    _give(grade_sheets(found), "Grades", output)
    _print(output, dump(grades_form(found)) if as_json else write_grades(found), as_json=as_json)


@compare.command()
@click.argument("words", metavar="THEME")
@_COUNCILS
@click.option("--area", "areas", multiple=True, help="Only under headings on this area.")
@_FROM
@_TO
@_OUTPUT
@JSON
@DATA
def theme(
    words: str,
    areas: tuple[str, ...],
    output: Path | None,
    as_json: bool,  # noqa: FBT001 - click passes flags so
    data: Path | None,
    **chosen: Any,  # noqa: ANN401 - councils and years
) -> None:
    """What each report says on a THEME, such as "supervision", of what tone, in its exact words."""
    from assistant.comparing.sheets import area_of, theme_sheets  # noqa: PLC0415 - seconds to import
    from assistant.comparing.theme import find_theme  # noqa: PLC0415
    from ui.commands.comparing_forms import theme_form, write_theme  # noqa: PLC0415

    _check(output)
    with open_library(data) as library, show_steps("Searching") as tell:
        narrowing = _narrowing(library, **chosen)
        found = find_theme(words, _searcher(library), narrowing, [area_of(area) for area in areas], tell)
    _give(theme_sheets(found), f"Theme: {found.words}", output)
    _print(output, dump(theme_form(found)) if as_json else write_theme(found), as_json=as_json)


@compare.command()
@click.argument("questions")
@_COUNCILS
@_FROM
@_TO
@_OUTPUT
@JSON
@DATA
def grid(questions: str, output: Path | None, as_json: bool, data: Path | None, **chosen: Any) -> None:  # noqa: FBT001, ANN401 - as click passes them
    """Put QUESTIONS (a .txt, .csv, .xlsx or .jsonl file, or a standard list) to each report, and keep the answers."""
    from assistant.chain import build_chain  # noqa: PLC0415 - seconds to import
    from assistant.comparing.cells import Cells  # noqa: PLC0415
    from assistant.comparing.grid import fill_grid, open_grid  # noqa: PLC0415
    from assistant.comparing.questions import read_questions, standard  # noqa: PLC0415
    from assistant.comparing.sheets import grid_sheets  # noqa: PLC0415
    from ui.commands.comparing_forms import grid_form, write_grid  # noqa: PLC0415

    _check(output)
    path = Path(questions)
    asked = read_questions(path.read_bytes(), path.name) if path.is_file() else standard(questions)
    with open_library(data) as library, show_steps("Asking") as tell:
        library.own()
        cells = Cells(library.engine, library.settings)
        reports = _narrowing(library, **chosen).of(library.reports)
        found = open_grid(reports, asked, cells)
        if found.missing:
            disclose_first(library.settings)
            fill_grid(found, build_chain(library), cells, tell)
            found = open_grid(reports, asked, cells)
    _give(grid_sheets(found), "Questions put to each report", output)
    _print(output, dump(grid_form(found)) if as_json else write_grid(found), as_json=as_json)


@compare.command()
@click.argument("area")
@click.option("--about", default="", help="Only on this matter, such as “supervision”.")
@_COUNCILS
@_FROM
@_TO
@_OUTPUT
@JSON
@DATA
def practice(area: str, about: str, output: Path | None, as_json: bool, data: Path | None, **chosen: Any) -> None:  # noqa: FBT001, ANN401 - as click passes them
    """Praise from reports that judged an AREA (such as care-leavers) good or outstanding."""
    from assistant.comparing.practice import find_practice  # noqa: PLC0415 - seconds to import
    from assistant.comparing.sheets import area_of, practice_sheets  # noqa: PLC0415
    from ui.commands.comparing_forms import practice_form, write_practice  # noqa: PLC0415

    _check(output)
    with open_library(data) as library, show_steps("Reading") as tell:
        found = find_practice(area_of(area), _searcher(library), _narrowing(library, **chosen), about, tell)
    _give(practice_sheets(found), "Good practice", output)
    _print(output, dump(practice_form(found)) if as_json else write_practice(found), as_json=as_json)


def _narrowing(library: Library, councils: Sequence[str], first: int | None, last: int | None) -> "Narrowing":
    """The narrowing that the options ask for. Raises WrongUse for a council that the library does not hold."""
    from assistant.comparing.narrowing import Narrowing  # noqa: PLC0415 - seconds to import

    held = {report.council.casefold(): report.council for report in library.reports if report.council}
    if unknown := [council for council in councils if council.casefold() not in held]:
        raise WrongUse(f"The library holds no report on {' or '.join(unknown)}. It holds: {', '.join(held.values())}.")
    return Narrowing(tuple(held[council.casefold()] for council in councils), (), first, last)


def _searcher(library: Library) -> Any:  # noqa: ANN401 - imported only where it is used
    from assistant.reranker import Reranker  # noqa: PLC0415 - seconds to import
    from assistant.search import Searcher  # noqa: PLC0415

    library.own()
    return Searcher(library, Reranker(library.settings.reranker))


def _check(output: Path | None) -> None:
    """Raise WrongUse for a file of neither sort before anything is worked out for it."""
    if output and output.suffix.lower() not in (".xlsx", ".csv"):
        raise WrongUse(f"{output} ends in neither .xlsx nor .csv: choose one of these.")
    if output and not output.absolute().parent.is_dir():
        raise WrongUse(f"The folder {output.parent} does not exist: make it first.")


def _give(sheets: "Sequence[Sheet]", title: str, output: Path | None) -> None:
    """Write the file that was asked for."""
    if output is None:
        return
    from assistant.comparing.sheets import save  # noqa: PLC0415 - only where it is used

    try:
        output.write_bytes(save(sheets, title, output.name))
    except OSError as error:
        raise WrongUse(f"{output} cannot be written ({error.strerror}): choose another file.") from error
    say(f"Written: {output}.")


def _print(output: Path | None, words: str, *, as_json: bool) -> None:
    """Print what was found, unless it went into a file and JSON was not asked for."""
    from ui.commands.terminal import printable  # noqa: PLC0415 - only where it is used

    if as_json:
        click.echo(words)
    elif output is None:
        click.echo(printable(words))
