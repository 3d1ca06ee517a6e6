"""Improvements of councils that do not exist, and a tracker that keeps what is added to them, for tests."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sql

from assistant.improvements.improvement import Improvement, Later, Progress
from assistant.improvements.matching import Held
from assistant.improvements.tracked import Edit, Tracked
from assistant.improvements.tracker import Tracker
from corpus.report import Paragraph, Report
from corpus.store import open_store
from tests.assistant import made

ASKED = (
    "Mend the lanterns that social workers carry on the marsh.",
    "Ensure that care leavers learn to mend bicycles.",
    "The director’s bees: their hives should be counted.",
)
NOTHING_HELD: Held = lambda _council, _inspection: None  # noqa: E731 - the plainest form of it


def asked(year: int = 2019, words: Sequence[str] = ASKED, report_id: str = "") -> tuple[Improvement, ...]:
    """What inspectors asked of Fennimoor in a year, each with an id of its own; later reports are silent."""
    report = made.report(("overall", "good"), year=year)
    report = replace(report, id=report_id or report.id)
    return tuple(
        Improvement(
            id=f"{report.id}-{at}",
            report=report,
            paragraph=made.paragraph(text, at, report.id, number=str(at)),
            position=at,
            list_kind="recommendations",
            heading="Recommendations",
            area="care_leavers" if "care leavers" in text else None,
        )
        for at, text in enumerate(words, start=1)
    )


def with_later(improvement: Improvement, proposed: Progress = "repeated", year: int = 2022) -> Improvement:
    """The same with what a later report says of it."""
    report = made.report(("overall", "good"), year=year)
    said = made.paragraph(f"Still in {year}: {improvement.text}", 7, report.id, number="7")
    return replace(improvement, later=(*improvement.later, Later(report, proposed, (said,), "It is asked for again.")))


def engine(folder: Path) -> sql.Engine:
    """A store's database in a folder."""
    return open_store(folder).engine


def look(tracker: Tracker, improvements: Sequence[Improvement], held: Held = NOTHING_HELD) -> tuple[Tracked, ...]:
    """What is tracked of Fennimoor."""
    return tracker.tracked("Fennimoor", improvements, held)


def write(
    tracker: Tracker, improvements: Sequence[Improvement], who: str = "Ann", **fields: str
) -> tuple[Tracked, ...]:
    """Change fields of the first Improvement, and look again."""
    first, *_rest = tracked = look(tracker, improvements)
    edits = [Edit(first.key, name, first.value(name), words) for name, words in fields.items()]
    assert tracker.apply(who, edits, tracked).conflicts == ()
    return look(tracker, improvements)


def held_of(report: Report, *paragraphs: Paragraph) -> Held:
    """A library that holds one report."""
    return lambda _council, wanted: (report, paragraphs) if wanted == f"{report.kind} {report.when}" else None
