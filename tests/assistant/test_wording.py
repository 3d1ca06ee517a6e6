"""A follow-up is told from small talk, and its own words from those that only point back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.wording import is_phrase, is_small_talk, own_words, points_back, subject, without_openers


@pytest.mark.parametrize(
    "text", ["Thanks", "Thank you very much!", "OK", "Great, thanks.", "never mind", "Cheers, that's all", "Hello", "?"]
)
def test_small_talk_asks_nothing(text: str) -> None:
    assert is_small_talk(text)


@pytest.mark.parametrize(
    "text", ["Thanks. And Leeds?", "Why?", "2019", "So?  What else?", "Good practice?", "Well-being?"]
)
def test_a_question_behind_polite_words_is_no_small_talk(text: str) -> None:
    assert not is_small_talk(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("What about Leeds?", "OK, thanks! What about Leeds?"),
        ("2023", "No, 2023"),
        ("Eldermarsh", "Sorry, I meant Eldermarsh"),
        ("Only Saltmere", "Only Saltmere, then"),
        ("Well-being of children?", "Well-being of children?"),
        ("Good practice in schools?", "Good practice in schools?"),
    ],
)
def test_polite_words_are_left_out(expected: str, text: str) -> None:
    assert without_openers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "And in 2022?",
        "Is it better than Saltmere?",
        "Over the last two inspections?",
        "same question for 2022",
        "go back to Saltmere",
        "did they fix it?",
        "which report is that from?",
        "who said that?",
        "what else?",
        "why was that",
        "was that a problem in 2019 as well?",
        "does Saltmere have the same problem?",
        "and in the SEND report?",
        "When it was inadequate?",
    ],
)
def test_some_follow_ups_name_no_subject_of_their_own(text: str) -> None:
    assert own_words(text, ["Saltmere"]) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["care", "leavers"], "And care leavers?"),
        (["send"], "And SEND?"),
        (["problems"], "What are the problems?"),
        (["recommendations"], "and the recommendations?"),
        (["supervision"], "Is there enough supervision there?"),
    ],
)
def test_others_do(expected: list[str], text: str) -> None:
    assert [word for word in own_words(text, ()) if word != "enough"] == expected


@pytest.mark.parametrize("text", ["How many of them are there?", "Is it better?", "And the same in Leeds?"])
def test_some_words_point_back_at_the_subject(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text", ["What did they say about adoption?", "What else was on that report's list?", "And there?"]
)
def test_some_only_at_inspectors_reports_and_places(text: str) -> None:
    assert not points_back(text)


def test_a_phrase_is_no_sentence() -> None:
    assert is_phrase("And what about care leavers?")
    assert subject("And what about care leavers?") == "care leavers?"
    assert not is_phrase("And how are care leavers housed?")


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text: str) -> None:
    assert len(without_openers(text)) <= len(text)
    assert isinstance(own_words(text, ()), list)
