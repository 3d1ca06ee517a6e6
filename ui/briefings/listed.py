"""The list of briefings as HTML: each with its name, what can be done with it, how old it is; and one in the making."""

from collections.abc import Sequence
from datetime import datetime

from assistant.briefings.store import Listed
from ui.ask.turns import waiting
from ui.conversations.kept import when
from ui.page.buttons import button, copy_button
from ui.page.escape import isolated, text
from ui.page.work import Work

_LEAD = (
    "Packs for a committee, a training session or a team: answers, quotes and notes in your order, each statement with "
    "its source. Save them as Word, PowerPoint, PDF or Markdown."
)
_WHOSE = (
    "These were made in this browser. Anyone who can open this chat and has the link to a briefing can read and copy "
    "it; only this browser can change or delete it."
)
_NONE = (
    "There are none yet. Let one fill itself for a council and a theme, then change it as you like. Or begin with an "
    "empty one, and put answers and quotes into it with “Add to briefing” while you ask."
)
_EMPTY = (
    "There are none yet, and the library is empty. Add reports on the page Reports: then a briefing can fill itself "
    "for a council and a theme."
)


def head(*, any_kept: bool, any_reports: bool) -> str:
    """The head of the page."""
    below = f'<p class="holds">{_WHOSE if any_kept else _NONE if any_reports else _EMPTY}</p>'
    return f'<header class="head"><h1>Briefings</h1><p class="lead">{_LEAD}</p>{below}</header>'


def listed(found: Sequence[Listed], links: Sequence[str], now: datetime, sure: str = "") -> str:
    """The briefings, each with the link to it; `now` in the reader's own time; `sure` is asked about before it goes."""
    rows = "".join(_row(each, link, now, each.id == sure) for each, link in zip(found, links, strict=True))
    return f'<h2 id="briefings" tabindex="-1">Your briefings</h2><ul class="kept">{rows}</ul>'


def making(made: Work[str]) -> str:
    """How far a briefing has come that fills itself."""
    told = waiting(made.ahead) if made.ahead else made.told or "Beginning…"
    return (
        '<section class="making" aria-labelledby="making"><h2 id="making" tabindex="-1">Making the briefing</h2>'
        f'<p class="busy"><span class="dot" aria-hidden="true"></span>{text(told)}</p>'
        f'<progress max="{max(made.of, 1)}" value="{made.made}" aria-label="Steps done"></progress> '
        f'<span class="quiet">{made.made} of {made.of} steps</span>'
        f'<div class="actions">{button("stop-making", "Stop")}</div></section>'
    )


def _row(each: Listed, link: str, now: datetime, asked: bool) -> str:  # noqa: FBT001 - one row's state
    things = "1 item" if each.items == 1 else f"{each.items:,} items"
    there = each.changed.astimezone(now.tzinfo)
    whom = f"{isolated(each.audience)} · " if each.audience.strip() else ""
    return (
        f'<li><h3><button type="button" class="name" data-press="open:{text(each.id)}">{isolated(each.title)}</button>'
        f'</h3><p class="when">{whom}{things} · changed <time datetime="{there.isoformat(timespec="minutes")}">'
        f"{when(each.changed, now)}</time></p>{_sure(each) if asked else _tools(each, link)}</li>"
    )


def _tools(each: Listed, link: str) -> str:
    called = f"“{each.title}”"
    return (
        f'<div class="tools">{copy_button(link, "Copy link", f"Copy link {called}")}'
        f"{button(f'copy:{each.id}', 'Make a copy', f'Make a copy {called}')}"
        f"{button(f'delete:{each.id}', 'Delete', f'Delete {called}')}</div>"
    )


def _sure(each: Listed) -> str:
    called = f"“{each.title}”"
    return (
        f'<div class="sure"><p id="sure" tabindex="-1">Delete {isolated(called)} for good? Nothing of it is kept, and '
        'its link will lead nowhere. Copies that others made of it stay.</p><div class="tools">'
        f"{button(f'deletion:{each.id}', 'Delete for good', f'Delete for good {called}')}"
        f"{button(f'keep:{each.id}', 'Keep it', f'Keep it {called}')}</div></div>"
    )
