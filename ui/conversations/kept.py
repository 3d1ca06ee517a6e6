"""The list of conversations as HTML: each with its name, what can be done with it, and how old it is."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.conversations import Listed
from ui.page.escape import isolated, text

_LEAD = (
    "These were begun in this browser. Anyone who can open this chat and has the link to a conversation can read it; "
    "only this browser can add to it, rename it or delete it."
)


def head(*, any_kept: bool) -> str:
    """The head of the page."""
    title = "<h1>Conversations</h1>"
    if any_kept:
        return f'<header class="head">{title}<p class="lead">{_LEAD}</p></header>'
    return (
        f'<header class="head">{title}<p class="lead">There are none yet. Ask a question, and the conversation is kept '
        'here for this browser.</p></header><div class="how">'
        '<button type="button" class="plain" data-press="ask">Ask a question</button></div>'
    )


def counted(number: int, search: str) -> str:
    """How many there are, as a sentence."""
    searched = bool(search.strip())
    if number == 0:
        return "No conversation holds all of these words."
    if number == 1:
        return "One conversation holds these words." if searched else "One conversation."
    return f"{number:,} conversations hold these words." if searched else f"{number:,} conversations, newest first."


def listed(found: Sequence[Listed], links: Sequence[str], now: datetime, deleting: str = "") -> str:
    """The conversations, each with the link to it; `now` in the reader's own time; `deleting` is asked about first."""
    rows = "".join(_row(each, link, now, each.id == deleting) for each, link in zip(found, links, strict=True))
    return f'<ul class="kept">{rows}</ul>'


def when(moment: datetime, now: datetime) -> str:
    """When something happened, as it is said on the day of `now`, in the time zone of that."""
    there = moment.astimezone(now.tzinfo)
    if there.date() == now.date():
        return f"today at {there:%H:%M}"
    if there.date() == now.date() - timedelta(days=1):
        return f"yesterday at {there:%H:%M}"
    return f"{there.day} {there:%B %Y}"


def _row(each: Listed, link: str, now: datetime, asked: bool) -> str:  # noqa: FBT001 - one row's state
    questions = "1 question" if each.turns == 1 else f"{each.turns:,} questions"
    there = each.changed.astimezone(now.tzinfo)
    return (
        f'<li><h2><button type="button" class="name" data-press="open:{text(each.id)}">{isolated(each.name)}</button>'
        f'</h2><p class="when">{questions} · <time datetime="{there.isoformat(timespec="minutes")}">'
        f"{when(each.changed, now)}</time></p>{_sure(each) if asked else _tools(each, link)}</li>"
    )


def _tools(each: Listed, link: str) -> str:
    copy = f'<button type="button" class="plain" data-copy="{text(link)}">Copy link{_to(each)}</button>'
    return f'<div class="tools">{copy}{_button("rename", "Rename", each)}{_button("delete", "Delete", each)}</div>'


def _sure(each: Listed) -> str:
    return (
        f'<div class="sure"><p id="sure" tabindex="-1">Delete <bdi>“{text(each.name)}”</bdi> for good? Nothing of it is'
        " kept, and its link will lead nowhere. Copies that others made of it stay.</p>"
        f'<div class="tools">{_button("deletion", "Delete for good", each)}'
        f"{_button('keep', 'Keep it', each)}</div></div>"
    )


def _button(press: str, words: str, each: Listed) -> str:
    return f'<button type="button" class="plain" data-press="{press}:{text(each.id)}">{words}{_to(each)}</button>'


def _to(each: Listed) -> str:
    """What a button is about, for those who hear it without seeing what is beside it."""
    return f'<span class="unseen"> “{isolated(each.name)}”</span>'
