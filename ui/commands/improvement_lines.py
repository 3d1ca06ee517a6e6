"""How Improvements read in a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from assistant.describe import AREA_NAMES, name_day, name_report
from assistant.improvements.enquiry import Line
from assistant.improvements.followed import Followed
from assistant.improvements.improvement import Improvement, Later
from corpus.report import Paragraph
from ui.commands.terminal import printable

_WIDTH = 100  # characters of a line
_CELL = "\t"  # between the cells of a table's row
_SHOWN = 240  # characters of a paragraph behind; all of it stands under `inspection paragraphs`


def write_followed(followed: Followed) -> str:
    """One inspection: its clock, each Improvement with what stands behind it and came later, and what no list asks."""
    lines = [f"{name_report(followed.report)} ({followed.report.file})", *_clock(followed)]
    heading = ""
    for each in followed.improvements:
        if each.heading != heading:
            heading = each.heading
            lines += ["", heading]
        lines += ["", *_improvement(each)]
    if followed.unlisted:
        lines += ["", "Criticised in the body, and not asked for by its lists (suggested, to be checked)"]
        for each in followed.unlisted:
            lines += _wrapped(f"{each.position}. “{each.quote}” ({_place(each.paragraph)})", "  ", "     ")
    return printable("\n".join(lines))


def write_enquiry(council: str, lines: Sequence[Line]) -> str:
    """The likely lines of enquiry of a council's next inspection, each with its reason and its places."""
    written = [f"Likely lines of enquiry for {council}’s next inspection (suggested, to be checked)"]
    for number, line in enumerate(lines, start=1):
        when = {report.id: report.when for report in line.reports}
        places = [f"{_place(each)} of {when[each.report_id]:%Y}" for each in line.paragraphs if when[each.report_id]]
        written += _wrapped(f"{number}. {line.matter.replace(chr(10), ' ')}", "  ", "     ")
        written += _wrapped(f"{line.reason} See {'; '.join(places)}.", "     ", "     ")
    return printable("\n".join(written))


def _clock(followed: Followed) -> list[str]:
    deadline = followed.deadline
    if deadline is None:
        return ["Statement of action: due 70 working days after the council received the report (day not known)."]
    since = "estimated from publication on" if deadline.estimated else "counted from receipt on"
    if deadline.from_name:
        since = "estimated from the date in the file’s name,"
    return [f"Statement of action: due {name_day(deadline.due)}, {since} {name_day(deadline.counted_from)}."]


def _improvement(improvement: Improvement) -> Iterator[str]:
    area = f" · {AREA_NAMES[improvement.area]}" if improvement.area in AREA_NAMES else ""
    yield from _wrapped(f"{improvement.position}. {improvement.paragraph.text.replace(_CELL, ': ')}", "", "   ")
    for part in improvement.parts:
        yield from _wrapped(f"- {part.text}", "   ", "     ")
    yield f"   {_place(improvement.paragraph)}{area}"
    for each in improvement.behind:
        sure = "named by the report" if each.named else "suggested"
        yield from _wrapped(
            f"behind it ({sure}), {_place(each.paragraph)}: {_shortened(each.paragraph)}", "   ", "      "
        )
    for said in improvement.later:
        yield from _later(said)


def _later(said: Later) -> Iterator[str]:
    proposed = "" if said.proposed == "not sure" else f"proposed: {said.proposed}. "
    told = f"{name_report(said.report)} · {proposed}{said.why}"
    yield from _wrapped(told, "   > ", "     ")
    for paragraph, quote in zip(said.paragraphs, said.quotes, strict=True):
        yield from _wrapped(f"“{quote}” ({_place(paragraph)})", "     ", "      ")


def _place(paragraph: Paragraph) -> str:
    numbered = f"paragraph {paragraph.number}, " if paragraph.number else ""
    return f"{numbered}page {paragraph.page}"


def _shortened(paragraph: Paragraph) -> str:
    return textwrap.shorten(paragraph.text, _SHOWN, placeholder=" …")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest)
