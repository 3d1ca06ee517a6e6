"""The tracker as a file to keep: Excel, CSV or Word; and an edited one taken in again."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.citations import Citation, Opens
from assistant.improvements.enquiry import Line as Enquiry
from assistant.improvements.tracked import Tracked
from assistant.improvements.workbook import Enquiry as Reason
from corpus.report import Report

KINDS = {
    "excel": (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (".csv", "text/csv"),
    "word": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
"""The ending and the media type of each kind of file."""
_LONGEST = 60  # characters of a file's name before its ending


def save(  # noqa: PLR0913, PLR0917 - what, of whom, when, and where its sources open
    kind: str, council: str, tracked: Sequence[Tracked], enquiries: Sequence[Enquiry], made: date, opens_at: Opens
) -> tuple[str, str, bytes]:
    """The file of a kind ("excel", "csv" or "word"): its name, media type and content.

    Its sources lead to where `opens_at` says.
    """
    title = f"Improvements: {council}" if council else "Improvements"
    ending, media = KINDS[kind]
    return _file_name(title) + ending, media, _content(kind, title, tracked, enquiries, made, opens_at)


def _content(  # noqa: PLR0913, PLR0917 - as above
    kind: str, title: str, tracked: Sequence[Tracked], enquiries: Sequence[Enquiry], made: date, opens_at: Opens
) -> bytes:
    # What makes them takes a second to load: only where one is wanted.
    if kind == "word":
        from assistant.exports.word import word  # noqa: PLC0415
        from assistant.improvements.paper import tracker_overview, tracker_paper  # noqa: PLC0415

        return word(tracker_paper(title, tracked, made, opens_at), tracker_overview(tracked))
    from assistant.improvements.workbook import csv, workbook  # noqa: PLC0415

    return csv(tracked) if kind == "csv" else workbook(tracked, [_reason(each) for each in enquiries], title, opens_at)


def _reason(enquiry: Enquiry) -> Reason:
    """A line of enquiry with its Paragraphs as Citations."""
    by_id: dict[str, Report] = {report.id: report for report in enquiry.reports}
    held = [paragraph for paragraph in enquiry.paragraphs if paragraph.report_id in by_id]
    return enquiry.reason, [Citation(1, paragraph, by_id[paragraph.report_id]) for paragraph in held]


def _file_name(name: str) -> str:
    """A name as every system takes it for a file's."""
    words = " ".join(re.sub(r"[^\w’' -]+", " ", name).split())
    return words[:_LONGEST].strip()
