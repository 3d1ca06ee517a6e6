"""A council's improvements as HTML: the views with their counts, the list, what is in no list, lines of enquiry."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import get_args

from assistant.citations import Citation
from assistant.describe import name_day
from assistant.improvements.clock import Deadline
from assistant.improvements.enquiry import Line as Enquiry
from assistant.improvements.improvement import Improvement, Progress
from assistant.improvements.tracked import Tracked, words_of
from assistant.improvements.views import Counts, View, area_of, is_overdue
from assistant.improvements.workbook import LIST_NAMES
from corpus.report import Paragraph, Report
from ui.page.buttons import button
from ui.page.escape import isolated, text

VIEW_NAMES: dict[View, str] = {
    "all": "All",
    "overdue": "Overdue",
    "no evidence": "No evidence",
    "undecided": "To decide",
    "no owner": "No owner",
}
_NAMED_IN = 70  # characters that name an improvement where a button is about it


def starts(words: str) -> str:
    """How words begin, to name what a button is about."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _NAMED_IN else f"{plain[:_NAMED_IN].rsplit(' ', 1)[0]} …"


def told(when: datetime, zone: tzinfo) -> str:
    """A moment as the reader's clock had it: "20 Nov 2026, 09:05"."""
    local = when.astimezone(zone)
    return f"{local.day} {local:%b %Y}, {local:%H:%M}"


def source_button(paragraph: Paragraph, report: Report) -> str:
    """Opens a Paragraph beside the page: "Paragraph 12, page 4"."""
    label = Citation(1, paragraph, report).label
    place = (f"Paragraph {paragraph.number}, page " if paragraph.number else "Page ") + str(paragraph.page)
    return button(f"source:{report.id}:{paragraph.id}", place, f"Open the source: {label}")


def views(counts: Counts, chosen: View) -> str:
    """A button for each view, with how many it shows."""
    buttons = "".join(
        button(f"view:{view}", f"{VIEW_NAMES[view]} {counts.of(view)}", pressed=view == chosen)
        for view in get_args(View)
    )
    return f'<div class="views" role="group" aria-label="Which are shown">{buttons}</div>'


def clock(deadline: Deadline | None, today: date) -> str:
    """By when the written statement of action is or was due; "" where nothing tells."""
    if deadline is None:
        said = (
            "The council’s written statement of action is due 70 working days after it received the report. Neither "
            "that day nor the day of publication is known: enter the day below."
        )
        return f'<p class="clock">{said}</p>'
    verb = "was" if deadline.due < today else "is"
    day = f"<strong>{text(name_day(deadline.due))}</strong>"
    if deadline.estimated:
        basis = (
            f"an <strong>estimate</strong>: 70 working days from publication on "
            f"{text(name_day(deadline.counted_from))}. The days count from when the council received the report, "
            "so the true date is earlier: enter the day below."
        )
    else:
        basis = f"70 working days after the report was received on {text(name_day(deadline.counted_from))}."
    return f'<p class="clock">The council’s written statement of action {verb} due on {day}, {basis}</p>'


def listed(groups: Sequence[tuple[str, Sequence[Tracked]]], today: date, *, named: bool) -> str:
    """The improvements under their groups' headings; `named` says that those are shown."""
    return "".join(
        (f"<h3>{isolated(name[0].upper() + name[1:])} <span class='quiet'>({len(group)})</span></h3>" if named else "")
        + f'<ul class="improvements">{"".join(_card(each, today) for each in group)}</ul>'
        for name, group in groups
    )


def unlisted(found: Sequence[Improvement], tracked: Sequence[Tracked]) -> str:
    """Criticisms in the body of a report that its list does not have, each to be taken up."""
    taken = {each.key for each in tracked}
    rows = "".join(
        f"<li><blockquote>{isolated(words_of(each))}</blockquote>"
        f'<div class="actions">{source_button(each.paragraph, each.report)}'
        + (
            '<span class="quiet">Followed above</span>'
            if each.id in taken
            else button(f"open:{each.id}", "Follow this too", f"Follow this too: {starts(words_of(each))}")
        )
        + "</div></li>"
        for each in found
    )
    return f'<ul class="improvements">{rows}</ul>'


def enquiries(found: Sequence[Enquiry]) -> str:
    """Likely lines of enquiry, each with why and its paragraphs."""
    rows = "".join(
        f"<li><blockquote>{isolated(each.matter)}</blockquote><p>{text(each.reason)}</p>"
        f'<div class="actions">{"".join(_of_enquiry(each))}</div></li>'
        for each in found
    )
    return f'<ol class="improvements">{rows}</ol>'


def _of_enquiry(enquiry: Enquiry) -> list[str]:
    by_id = {report.id: report for report in enquiry.reports}
    held = [paragraph for paragraph in enquiry.paragraphs if paragraph.report_id in by_id]
    return [_dated(paragraph, by_id[paragraph.report_id]) for paragraph in held]


def _dated(paragraph: Paragraph, report: Report) -> str:
    """The same button with the year, where paragraphs of several reports stand together."""
    citation = Citation(1, paragraph, report)
    place = f"paragraph {paragraph.number}" if paragraph.number else f"page {paragraph.page}"
    when = f"{report.when:%B %Y}, " if report.when else ""
    return button(f"source:{report.id}:{paragraph.id}", f"{when}{place}", f"Open the source: {citation.label}")


def _card(tracked: Tracked, today: date) -> str:
    improvement = tracked.improvement
    source = source_button(improvement.paragraph, improvement.report) if tracked.is_held else ""
    gone = "" if tracked.is_held else '<p class="replaced">No report in the library says this any longer.</p>'
    opens = button(f"open:{tracked.key}", "Open", f"Open: {starts(words_of(improvement))}")
    return (
        f'<li id="card-{text(tracked.key)}" tabindex="-1"><blockquote>{isolated(words_of(improvement))}</blockquote>'
        f'{gone}<ul class="facts">{"".join(f"<li>{fact}</li>" for fact in _facts(tracked, today))}</ul>'
        f'<div class="actions">{opens}{source}</div></li>'
    )


def _facts(tracked: Tracked, today: date) -> list[str]:
    """What is known of it, in a few words each."""
    due = f"Due {text(name_day(tracked.due))}" if tracked.due else ""
    if is_overdue(tracked, today):
        due = f'<strong class="late">Overdue: {text(name_day(tracked.due or today))}</strong>'
    listed_ = "" if tracked.improvement.list_kind else LIST_NAMES[None]
    area = area_of(tracked)
    return [
        fact
        for fact in (
            text(area[0].upper() + area[1:]) if tracked.improvement.area else "",
            listed_,
            isolated(tracked.owner) if tracked.owner else "No owner",
            due,
            f"Action: {tracked.action}",
            f"Impact: {tracked.impact}",
            _evidence(tracked),
            _later(tracked),
        )
        if fact
    ]


def _evidence(tracked: Tracked) -> str:
    count = len(tracked.evidence) + bool(tracked.value("notes"))
    return f"{count} piece{'' if count == 1 else 's'} of evidence" if count else "No evidence"


def _later(tracked: Tracked) -> str:
    """What the newest later report says of it: as it was decided, else as it is proposed."""
    if not tracked.improvement.later:
        return ""
    newest = tracked.improvement.later[-1]
    decision = tracked.decision(newest.report)
    proposed = f"proposed: {newest.proposed}" if newest.proposed in get_args(Progress) else "not sure, to be decided"
    said = f"decided: {decision.progress}" if decision else proposed
    when = f"{newest.report.when:%B %Y}" if newest.report.when else "Later"
    return f"{when}, {said}"
