"""A question that compares is stripped to what it compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.theme import ask_for_theme, find_theme


@pytest.mark.parametrize(
    ("theme", "topic"),
    [
        ("caseloads", "How have caseloads changed?"),
        ("front door", "How has front door changed from?"),
        ("caseloads", "Compare caseloads"),
        ("life-story work", "Has life-story work improved over the years?"),
        ("unregistered homes", "Which councils have unregistered homes?"),
        ("private fostering", "private fostering"),
    ],
)
def test_the_theme_is_what_is_left_without_the_comparing_words(theme: str, topic: str) -> None:
    assert find_theme(topic) == theme


def test_a_theme_is_asked_for_as_a_question() -> None:
    assert ask_for_theme("How have caseloads changed?", "Saltmere") == (
        "What did inspectors find about caseloads in Saltmere?"
    )
    assert ask_for_theme("caseloads", None) == "What did inspectors find about caseloads?"


@given(st.text(max_size=200))
def test_a_topic_always_leaves_a_theme(topic: str) -> None:
    assert find_theme(topic) or not topic.strip()
