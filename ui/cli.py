"""The command line. JSON and answers go to standard output, progress and messages to standard error."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import InspectionError
from corpus.settings import read_settings
from ui.commands.answer import answer
from ui.commands.brief import brief
from ui.commands.command import DATA, DATA_FOR_ALL, DATA_KEPT, JSON, disclose_first, dump, open_library, say
from ui.commands.compare import compare
from ui.commands.forms import answer_form, paragraph_form, report_form
from ui.commands.improvements import improvements
from ui.commands.tracker import tracker

if TYPE_CHECKING:
    from assistant.chat_model.prompt import Reader


class _Plainly(click.Group):
    """Tells failures in one plain line and ends with 1; click itself ends with 2 for wrong usage."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        try:
            return super().invoke(ctx)
        except InspectionError as error:
            click.echo(str(error), err=True)
        except KeyboardInterrupt:
            click.echo("Stopped. What was reported as added is kept.", err=True)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise  # click's own ways to end
        except Exception as error:  # noqa: BLE001 - nobody should be shown a traceback
            click.echo(_write_down(error, ctx.meta.get(DATA_KEPT)), err=True)
        return ctx.exit(1)


@click.group(cls=_Plainly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inspection-assistant")
@DATA_FOR_ALL
def main() -> None:
    """Ask inspection reports plain questions, and see the exact paragraph behind every sentence."""


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@DATA
def ingest(paths: tuple[Path, ...], data: Path | None) -> None:
    """Add files, and all files below folders."""
    from ingest.pipeline import find_files, ingest, summarise  # noqa: PLC0415 - only where it is used
    from ui.commands.progress import show_progress  # noqa: PLC0415
    from ui.commands.terminal import printable  # noqa: PLC0415

    with open_library(data) as library, show_progress(sum(1 for _file in find_files(paths))) as tell:
        done = ingest(paths, library, tell)
    say(printable(summarise(done)))
    if all(file.outcome == "failed" for file in done):
        sys.exit(1)


@main.command()
@click.argument("report")
@DATA
def remove(report: str, data: Path | None) -> None:
    """Remove a report, named by its file name or id."""
    with open_library(data) as library:
        found = library.report(report)
        library.remove(found.id)
        library.update_indexes()
    say(f"Removed {found.file}.")


@main.command()
@click.argument("question")
@click.option(
    "--reader",
    type=click.Choice(["councillor", "staff", "trainer"]),
    default="councillor",
    show_default=True,
    help="For whom a chat model writes; without one it changes nothing.",
)
@JSON
@DATA
def ask(question: str, reader: "Reader", as_json: bool, data: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """Answer one question."""
    from assistant.chain import Asked, build_chain  # noqa: PLC0415 - seconds to import
    from ui.commands.terminal import write_answer  # noqa: PLC0415

    with open_library(data) as library:
        library.own()  # before seconds are spent on the models
        chain = build_chain(library)
        disclose_first(library.settings)
        answer = chain.invoke(Asked(question, reader=reader))
    click.echo(dump(answer_form(answer)) if as_json else write_answer(answer))


@main.command()
@JSON
@DATA
def reports(as_json: bool, data: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """List the reports held, with their facts."""
    from ui.commands.terminal import write_report  # noqa: PLC0415

    with open_library(data) as library:
        forms = [report_form(report, len(library.paragraphs(report.id))) for report in library.reports]
    if as_json:
        click.echo(dump(forms))
    elif forms:
        click.echo("\n".join(write_report(form) for form in forms))
    else:
        say("The library holds no reports yet. Add some with: inspection ingest FOLDER.")


@main.command()
@click.argument("report")
@JSON
@DATA
def paragraphs(report: str, as_json: bool, data: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """Print one report's paragraphs in reading order; REPORT is a file name or id."""
    from ui.commands.terminal import write_paragraph  # noqa: PLC0415

    with open_library(data) as library:
        found = library.paragraphs(library.report(report).id)
    if as_json:
        click.echo(dump([paragraph_form(paragraph) for paragraph in found]))
    else:
        click.echo("\n".join(write_paragraph(paragraph) for paragraph in found))


@main.command()
@DATA
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Where the page is.")
def chat(data: Path | None, port: int) -> None:
    """Open the chat in the browser."""
    settings = read_settings(data)
    app = Path(__file__).with_name("app.py")
    environment = {**os.environ, "INSPECTION_DATA": str(settings.data.absolute())}
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    # Streamlit reads its configuration from the folder it is started in.
    with subprocess.Popen(command, cwd=app.parent, env=environment) as running:  # noqa: S603 - our own
        signal.signal(signal.SIGTERM, lambda _number, _frame: running.terminate())  # whoever ends us ends the chat
        try:
            running.wait()
        except KeyboardInterrupt:  # the terminal told both
            running.wait()
    sys.exit(running.returncode)


@main.command()
@DATA
def rebuild(data: Path | None) -> None:
    """Build the indexes anew from the store."""
    with open_library(data) as library:
        library.rebuild()
        count = len(library.reports)
    say(f"Rebuilt the indexes from {count} reports.")


@main.command()
@JSON
@DATA
def doctor(as_json: bool, data: Path | None) -> None:  # noqa: FBT001 - click passes flags so
    """Say what is installed, where, and whether store and indexes agree."""
    from ui.commands.doctor import examine, write_findings  # noqa: PLC0415 - seconds to import

    findings = examine(read_settings(data))
    click.echo(dump(findings) if as_json else write_findings(findings))
    if not all(finding["ok"] for finding in findings):
        sys.exit(1)


main.add_command(compare)
main.add_command(answer)
main.add_command(brief)
main.add_command(improvements)
main.add_command(tracker)


def _write_down(error: Exception, data: Path | None) -> str:
    """Add an unforeseen error's details to problem.log in the data folder, and say so in one line."""
    told = f"Something unforeseen went wrong ({type(error).__name__})"
    try:
        log = read_settings(data).data / "problem.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{datetime.now(tz=UTC):%Y-%m-%d %H:%M:%S} UTC\n{''.join(format_exception(error))}\n")
    except (OSError, InspectionError):
        return f"{told}, and its details could not be written down: try again with another folder as --data."
    return f"{told}: try again, and if it stays, report it with its details in {log}."


if __name__ == "__main__":
    main()
