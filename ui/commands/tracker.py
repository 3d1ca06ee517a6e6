"""`inspection tracker`: a council's tracker as a file, and an edited one taken in again."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import WrongUse
from ui.commands.command import DATA, open_library, say
from ui.commands.improvements import choose_reports, find_council
from ui.commands.steps import show_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.improvements.enquiry import Line
    from assistant.improvements.improvement import Improvement
    from assistant.improvements.tracked import Tracked
    from assistant.improvements.tracker import Tracker
    from corpus.library import Library
    from corpus.report import Report

_KINDS = {".xlsx": "excel", ".csv": "csv", ".docx": "word"}


@click.command()
@click.argument("council")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the tracker there: .xlsx, .csv or .docx.",
)
@click.option(
    "--import",
    "edited",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Take in an edited tracker: .xlsx or .csv.",
)
@click.option("--who", default="", help="Your name, kept with each change that an import makes.")
@DATA
def tracker(council: str, output: Path | None, edited: Path | None, who: str, data: Path | None) -> None:
    """Save what inspectors asked a COUNCIL to improve as a tracker, or import one that was edited."""
    if output is None and edited is None:
        raise click.UsageError("Say where to write the tracker with --output FILE, or what to take in with --import.")
    if output is not None and output.suffix.lower() not in _KINDS:
        raise click.UsageError("--output takes a file that ends with .xlsx, .csv or .docx.")
    if output is not None and not output.absolute().parent.is_dir():
        raise click.UsageError(f"The folder {output.parent} does not exist: make it first.")
    from assistant.improvements.tracker import Tracker  # noqa: PLC0415 - only where it is used

    with open_library(data) as library:
        kept, name = Tracker(library.engine), find_council(council, library)
        if edited is not None:
            _take_in(edited, who, kept, name, library)
        if output is not None:
            _write(output, kept, name, library)


def _take_in(edited: Path, who: str, kept: "Tracker", council: str, library: "Library") -> None:
    from assistant.improvements.fields import fit_name, name_field  # noqa: PLC0415
    from assistant.improvements.importing import edits_of, read_tracker  # noqa: PLC0415
    from assistant.improvements.matching import held_by  # noqa: PLC0415
    from assistant.improvements.tracked import inspection  # noqa: PLC0415

    if not who.strip():
        raise WrongUse("Say who imports it with --who NAME: each change is kept with the name of who made it.")
    fit_name(who)
    tracked = kept.tracked(council, _asked(council, library), held_by(library))
    inspections = {inspection(report) for report in library.reports if report.council == council}
    asked = edits_of(read_tracker(edited.read_bytes(), edited.name), tracked, inspections)
    applied = kept.apply(who, asked.edits, tracked)
    for sentence in asked.told:
        say(sentence)
    for each in applied.conflicts:
        mine, field = each.edit.after or "nothing", name_field(each.edit.field)
        say(
            f"Changed on both sides: {field} says “{each.now or 'nothing'}” since {each.who} changed it, and “{mine}” "
            "in the file. It was left alone: import the file on the page Improvements to choose."
        )
    count = f"{applied.made} cell{'' if applied.made == 1 else 's'} changed"
    say(f"Imported {edited.name}: {count}, {len(applied.conflicts)} changed on both sides.")


def _write(output: Path, kept: "Tracker", council: str, library: "Library") -> None:
    from assistant.improvements.enquiry import lines_of_enquiry  # noqa: PLC0415 - seconds to import
    from assistant.improvements.followed import fill  # noqa: PLC0415
    from assistant.improvements.matching import held_by  # noqa: PLC0415
    from assistant.reranker import Reranker  # noqa: PLC0415
    from assistant.search import Searcher  # noqa: PLC0415
    from ui.commands.originals import write_linked  # noqa: PLC0415
    from ui.improvements.saving import save  # noqa: PLC0415

    library.own()  # before seconds are spent on the models
    searcher = Searcher(library, Reranker(library.settings.reranker))
    asked = _asked(council, library)
    with show_steps(f"Looking through later reports for {len(asked)} improvements") as tell:
        followed = fill(asked, searcher, tell)
    tracked = kept.tracked(council, followed, held_by(library))
    kind, enquiries = _KINDS[output.suffix.lower()], lines_of_enquiry(council, searcher)
    cited = [] if kind == "csv" else _cited(tracked, enquiries)
    write_linked(output, library, cited, lambda opens: save(kind, council, tracked, enquiries, date.today(), opens)[2])
    say(f"Wrote {len(tracked)} improvements to {output}.")


def _cited(tracked: "Sequence[Tracked]", enquiries: "Sequence[Line]") -> "list[Report]":
    """The reports that a tracker's links lead to, each once."""
    held = [each.improvement for each in tracked if each.is_held]
    asked = [each.report for each in held]
    later = [later.report for each in held for later in each.later]
    return list(
        {each.id: each for each in [*asked, *later, *(one for line in enquiries for one in line.reports)]}.values()
    )


def _asked(council: str, library: "Library") -> "list[Improvement]":
    """All that the council's reports ask for, the newest report first. Raises WrongUse where that is nothing."""
    from assistant.improvements.listed import listed  # noqa: PLC0415

    return [each for report in choose_reports(council, library, None, every=True) for each in listed(report, library)]
