"""`inspection improvements`: what inspectors asked a council for, what stands behind it, and what later reports say."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import WrongUse
from ui.commands.command import DATA, JSON, dump, open_library, say
from ui.commands.steps import show_steps

if TYPE_CHECKING:
    from corpus.library import Library
    from corpus.report import Report


@click.command()
@click.argument("council")
@click.option("--report", "file", help="One inspection's report, by file name or id.")
@click.option(
    "--all", "every", is_flag=True, help="Every inspection, not only the latest (of social care, of area SEND)."
)
@JSON
@DATA
def improvements(council: str, file: str | None, every: bool, as_json: bool, data: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """List what inspectors asked COUNCIL for, with its evidence and what later reports say."""
    from assistant.describe import name_report  # noqa: PLC0415
    from assistant.improvements.enquiry import lines_of_enquiry  # noqa: PLC0415 - seconds to import
    from assistant.improvements.followed import follow  # noqa: PLC0415
    from assistant.reranker import Reranker  # noqa: PLC0415
    from assistant.search import Searcher  # noqa: PLC0415
    from ui.commands.improvement_forms import enquiry_form, followed_form  # noqa: PLC0415
    from ui.commands.improvement_lines import write_enquiry, write_followed  # noqa: PLC0415

    with open_library(data) as library:
        library.own()
        name = find_council(council, library)
        reports = choose_reports(name, library, file, every=every)
        searcher = Searcher(library, Reranker(library.settings.reranker))
        followed = []
        for report in reports:
            with show_steps(f"Reading what was said later of {name_report(report)}") as tell:
                followed.append(follow(report, searcher, tell))
        say("Looking for likely lines of enquiry…")
        lines = lines_of_enquiry(name, searcher)
    if as_json:
        enquiry = [enquiry_form(line) for line in lines]
        click.echo(dump({"council": name, "reports": [followed_form(each) for each in followed], "enquiry": enquiry}))
        return
    click.echo("\n\n".join([*(write_followed(each) for each in followed), write_enquiry(name, lines)]))
    say("What is marked as suggested or proposed is ours and for a person to confirm.")


def find_council(text: str, library: "Library") -> str:
    """The council of the library that a text means, misspelt or not. Raises WrongUse where it means none or several."""
    from assistant.names import find_councils  # noqa: PLC0415 - only where it is used

    held = sorted({report.council for report in library.reports if report.council})
    exact = [council for council in held if council.casefold() == text.strip().casefold()]
    found = exact or list(find_councils(text, held)[0])
    if len(found) == 1:
        return found[0]
    if not held:
        raise WrongUse("The library holds no reports yet: add some with inspection ingest FOLDER.")
    if found:
        raise WrongUse(f"“{text.strip()}” names {' and '.join(found)}: name one of them.")
    near = get_close_matches(text.strip().casefold(), [council.casefold() for council in held], n=1)
    mean = next((f" Do you mean {council}?" for council in held if council.casefold() in near), "")
    raise WrongUse(f"No report on “{text.strip()}” is held.{mean} Name one of {', '.join(held)}.")


def choose_reports(council: str, library: "Library", file: str | None, *, every: bool) -> "list[Report]":
    """The council's inspections that asked for something, newest first: the latest, every one, or one of a file or id.

    The latest are two where both social care and area SEND were inspected. Raises WrongUse where there is none.
    """
    from assistant.improvements.later import later_reports  # noqa: PLC0415 - seconds to import
    from assistant.periods import order  # noqa: PLC0415 - only where it is used

    if file is not None:
        report = library.report(file)
        if report.council != council:
            raise WrongUse(f"{report.file} is not a report on {council}: name one of its own with --report.")
        return [report]
    asking = order([each for each in library.reports if each.council == council and each.improvement_lists])[::-1]
    if not asking:
        raise WrongUse(f"No report on {council} has a list of what needs to improve: see them with inspection reports.")
    return asking if every else [each for each in asking if not later_reports(each, asking)]
