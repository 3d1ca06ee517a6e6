"""The list of conversations: names as text, what can be done with each, and when it was."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.conversations import Listed
from tests.fakes import HOSTILE
from tests.ui.reading import Shown
from ui.conversations import kept

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=ZoneInfo("Europe/London"))


def conversation(id_: str = "a1", name: str = "How are caseloads?", turns: int = 1) -> Listed:
    """A conversation that ended ten minutes before now."""
    return Listed(id_, name, NOW.astimezone(UTC) - timedelta(minutes=10), turns)


def test_each_conversation_can_be_opened_sent_renamed_and_deleted() -> None:
    shown = Shown(kept.listed([conversation("a1"), conversation("b2")], ["http://here/ask?c=a1", "l"], NOW))
    assert shown.of("button", "data-press") == [
        "open:a1",
        "rename:a1",
        "delete:a1",
        "open:b2",
        "rename:b2",
        "delete:b2",
    ]
    assert shown.of("button", "data-copy") == ["http://here/ask?c=a1", "l"]


def test_every_button_says_which_conversation_it_is_about() -> None:
    shown = Shown(kept.listed([conversation(name="Caseloads")], ["l"], NOW))
    for what in ("Copy link “Caseloads”", "Rename “Caseloads”", "Delete “Caseloads”"):
        assert what in shown.words


def test_a_name_is_shown_and_does_nothing() -> None:
    shown = Shown(kept.listed([conversation(name=HOSTILE)], ["l"], NOW, deleting="a1"))
    assert HOSTILE in shown.words
    assert set(shown.elements) <= {"ul", "li", "h2", "button", "bdi", "p", "time", "div", "span"}


def test_only_the_conversation_that_is_to_go_is_asked_about() -> None:
    shown = Shown(kept.listed([conversation("a1"), conversation("b2")], ["l", "l"], NOW, deleting="b2"))
    assert shown.of("button", "data-press") == [
        "open:a1",
        "rename:a1",
        "delete:a1",
        "open:b2",
        "deletion:b2",
        "keep:b2",
    ]


def test_how_many_questions_and_when_in_the_readers_own_time() -> None:
    words = Shown(kept.listed([conversation(turns=1), conversation("b2", turns=12)], ["l", "l"], NOW)).words
    assert "1 question · today at 11:50" in words
    assert "12 questions · today at 11:50" in words


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=11, minutes=59), "today at 00:01"),
        (timedelta(hours=12, minutes=1), "yesterday at 23:59"),
        (timedelta(days=2), "29 June 2026"),
        (timedelta(days=180), "2 January 2026"),
    ],
)
def test_a_day_is_said_as_one_would_say_it_now(ago: timedelta, said: str) -> None:
    assert kept.when((NOW - ago).astimezone(UTC), NOW) == said


@pytest.mark.parametrize(
    ("number", "search", "said"),
    [
        (0, "care", "No conversation holds all of these words."),
        (1, " ", "One conversation."),
        (1, "care", "One conversation holds these words."),
        (1200, "", "1,200 conversations, newest first."),
        (2, "care", "2 conversations hold these words."),
    ],
)
def test_how_many_were_found(number: int, search: str, said: str) -> None:
    assert kept.counted(number, search) == said


def test_without_any_the_page_says_how_they_come_about() -> None:
    shown = Shown(kept.head(any_kept=False))
    assert "There are none yet. Ask a question" in shown.words
    assert shown.of("button", "data-press") == ["ask"]
