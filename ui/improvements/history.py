"""What was done about an improvement as HTML: its links and files, its history, and changes that conflict."""

import re
from collections.abc import Sequence
from datetime import date, tzinfo

from assistant.improvements.fields import name_field
from assistant.improvements.tracked import Change, Conflict, Evidence, Tracked
from ui.improvements.listed import starts, told
from ui.improvements.one import heading
from ui.page.buttons import button
from ui.page.escape import isolated, text

_DECISION = re.compile(r"decision (.+) (\d{4})-(0[1-9]|1[0-2])-\d{2}")
_INSPECTIONS = {"ILACS": "inspection", "SIF": "inspection", "area SEND": "area SEND inspection"}
"""Kinds of inspections as people call them; visits are called what they are."""


def evidence(tracked: Tracked, zone: tzinfo) -> str:
    """Its links and files; a file is only ever handed over, never shown."""
    rows = "".join(_evidence(each, zone) for each in tracked.evidence)
    return f'<ul class="evidence">{rows}</ul>' if rows else '<p class="quiet">No link and no file yet.</p>'


def what(field: str) -> str:
    """A field as a person calls it; a decision by the inspection that it is about: "the July 2023 inspection"."""
    found = _DECISION.fullmatch(field)
    if found is None:
        return name_field(field)
    kind, year, month = found[1], int(found[2]), int(found[3])
    called = _INSPECTIONS.get(kind, kind)
    return f"Decision on the {date(year, month, 1):%B %Y} {called}"


def history(tracked: Tracked, zone: tzinfo) -> str:
    """Every change, newest first."""
    if not tracked.changes:
        return f'{heading("history")}<p class="quiet">Nobody has changed anything yet.</p>'
    rows = "".join(_change(change, zone) for change in reversed(tracked.changes))
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("When", "Who", "What", "From", "To"))
    count = len(tracked.changes)
    return (
        f'{heading("history")}<p class="quiet">{count} change{"" if count == 1 else "s"}, the newest first</p>'
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of changes"><table class="facts-table">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def conflicts(found: Sequence[tuple[Conflict, str]], zone: tzinfo) -> str:
    """Changes that somebody else's stand against, side by side; each with its Improvement's words."""
    rows = "".join(
        f'<tr><th scope="row">{at}. {text(what(each.edit.field))}'
        f'<span class="quiet"> of “{isolated(starts(words))}”</span></th>'
        f'<td>{_said(each.now)}<span class="quiet"> by {isolated(each.who)}, {told(each.when, zone)}</span></td>'
        f"<td>{_said(each.edit.after)}</td></tr>"
        for at, (each, words) in enumerate(found, start=1)
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("What", "There now", "Yours"))
    return (
        '<h2 id="conflicts" tabindex="-1">Changed on both sides</h2><p>These were changed here since you looked, '
        "or since the file was saved. What you wrote for them is not kept yet: choose for each.</p>"
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of conflicts"><table class="facts-table">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _evidence(evidence_: Evidence, zone: tzinfo) -> str:
    given = f'<span class="quiet">given by {isolated(evidence_.who)}, {told(evidence_.when, zone)}</span>'
    words = text(evidence_.words)
    shown = (
        f'<a href="{words}" target="_blank" rel="noopener noreferrer nofollow">{words}</a>'
        if evidence_.kind == "link"
        else f"{isolated(evidence_.words)} {button(f'file:{evidence_.id}', 'Save the file', f'Save {evidence_.words}')}"
    )
    take = button(f"detach:{evidence_.id}", "Take away", f"Take away {evidence_.words}")
    return f"<li>{shown} {given} {take}</li>"


def _change(change: Change, zone: tzinfo) -> str:
    return (
        f'<tr><th scope="row">{told(change.when, zone)}</th><td>{isolated(change.who)}</td>'
        f"<td>{text(what(change.field))}</td><td>{_said(change.before)}</td><td>{_said(change.after)}</td></tr>"
    )


def _said(words: str) -> str:
    return isolated(words) if words else '<span class="quiet">nothing</span>'
