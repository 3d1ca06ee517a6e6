"""`inspection answer`: a list of questions, answered in order."""

from pathlib import Path

import click

from corpus.errors import InspectionError
from ui.commands.command import DATA, disclose_first, open_library, say


@click.command()
@click.argument("questions", metavar="IN")
@click.argument("answers", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--council", default="", help="The council that a standard list is asked of.")
@DATA
def answer(questions: str, answers: Path, council: str, data: Path | None) -> None:
    """Answer a list of questions.

    IN is a file of JSON lines with id, question and turns (earlier questions), a table (.csv, .xlsx) with a column
    "question", or a standard list: corporate-parenting, safeguarding, care-leavers, leadership, send.

    OUT gets an answer a line as JSON; as .docx, .pptx, .pdf or .md a briefing; as .xlsx or .csv a table.
    """
    from ui.commands.batch_list import read_questions  # noqa: PLC0415 - only where it is used

    if not Path(questions).is_file():
        _check_list(questions)
    from ui.commands.batch import answer_all  # noqa: PLC0415 - seconds to import

    with open_library(data) as library:
        held = tuple(dict.fromkeys(report.council for report in library.reports if report.council))
        asked = read_questions(questions, council, held)
        library.own()
        disclose_first(library.settings)
        count = answer_all(asked, answers, library)
    say(f"Answered {count} questions in {answers}.")


def _check_list(name: str) -> None:
    """Raises click's BadParameter for what is neither a file nor a standard list."""
    from assistant.standards import find_list  # noqa: PLC0415

    try:
        find_list(name)
    except InspectionError as problem:
        raise click.BadParameter(str(problem), param_hint="IN") from problem
