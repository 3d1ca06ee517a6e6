"""`inspection brief`: a briefing that fills itself for a council and a theme."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import WrongUse
from ui.commands.command import DATA, JSON, disclose_first, dump, open_library, say

if TYPE_CHECKING:
    from assistant.briefings.templates import Template


@click.command()
@click.argument("council")
@click.option("--theme", required=True, help="What it is about, such as “care leavers”.")
@click.option(
    "--template",
    type=click.Choice(["committee", "training", "team"]),
    default="committee",
    show_default=True,
    help="For a committee, a training session, or a team before reinspection.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a Word (.docx), PowerPoint (.pptx), PDF (.pdf) or Markdown (.md) file.",
)
@click.option("--keep-names", is_flag=True, help="Keep the names of people that the reports print.")
@JSON
@DATA
def brief(  # noqa: PLR0913, PLR0917 - an argument for each option, as click passes them
    council: str,
    theme: str,
    template: "Template",
    output: Path | None,
    keep_names: bool,  # noqa: FBT001 - click passes flags so
    as_json: bool,  # noqa: FBT001
    data: Path | None,
) -> None:
    """Make a briefing on COUNCIL and a theme, with the exact paragraph behind every sentence."""
    from dataclasses import replace  # noqa: PLC0415 - all of these only where they are used
    from datetime import UTC, datetime  # noqa: PLC0415
    from functools import partial  # noqa: PLC0415

    from assistant.briefings.export import FORMATS, export  # noqa: PLC0415 - seconds to import
    from assistant.briefings.filling import fill  # noqa: PLC0415
    from assistant.briefings.pack import pack  # noqa: PLC0415
    from assistant.chat_model.discussing import open_for_questions, phrased  # noqa: PLC0415
    from assistant.reranker import Reranker  # noqa: PLC0415
    from assistant.search import Searcher  # noqa: PLC0415
    from assistant.telling import telling_words  # noqa: PLC0415
    from ui.commands.briefing_forms import briefing_form, write_briefing  # noqa: PLC0415
    from ui.commands.originals import write_linked  # noqa: PLC0415

    ending = output.suffix.lower().lstrip(".") if output else ""
    if output and ending not in FORMATS:
        raise click.BadParameter("its name must end in .docx, .pptx, .pdf or .md.", param_hint="--output")
    if output and not output.absolute().parent.is_dir():
        raise click.BadParameter(f"the folder {output.parent} does not exist: make it first.", param_hint="--output")
    with open_library(data) as library:
        library.own()  # before seconds are spent on the models
        searcher = Searcher(library, Reranker(library.settings.reranker))
        words = telling_words(theme)
        if words and not any(library.mentions(word) for word in words):
            raise WrongUse(f"No report has a word of “{theme}”: check its spelling, or try another theme.")
        disclose_first(library.settings)
        steps = fill(template, council, theme, searcher, datetime.now(UTC).date())
        for filling in phrased(steps, library, open_for_questions(library.settings)):
            say(filling.told)
        briefing = replace(filling.briefing, keeps_names=keep_names)
        shown = pack(briefing, library)
        if output:
            write_linked(output, library, briefing.reports, partial(export, briefing, library, ending))
            say(f"Wrote {output}.")
    if as_json:
        click.echo(dump(briefing_form(shown)))
    elif not output:
        click.echo(write_briefing(shown))
