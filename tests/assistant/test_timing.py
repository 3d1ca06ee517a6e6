"""Whether something is done in time is a question of its own, which only words about time answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.timing import asks_for_timing, tells_of_timing, without_timing


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Are health assessments done on time?", True),
        ("How long do children wait for a place?", True),
        ("How quickly are calls answered?", True),
        ("Are plans up to date?", True),
        ("Is there a backlog of assessments?", True),
        ("Are health assessments thorough?", False),
        ("What was said in late 2019?", False),
        ("What happened at the time of the flood?", False),
        ("How long has the director been there?", False),
    ],
)
def test_a_question_asks_for_timing_by_its_words(text: str, *, asks: bool) -> None:
    assert asks_for_timing(text) is asks


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Assessments are completed in a timely manner.", True),
        ("Children wait for 104 weeks.", True),
        ("Some reviews are delayed.", True),
        ("Families are seen within three days.", True),
        ("Assessments are thorough and clear.", False),
        ("Workers spend time with children.", False),
    ],
)
def test_a_sentence_tells_of_timing_by_its_words(text: str, *, tells: bool) -> None:
    assert tells_of_timing(text) is tells


def test_what_asks_for_timing_is_no_part_of_the_matter() -> None:
    assert without_timing("health assessments on time") == "health assessments"


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text: str) -> None:
    assert tells_of_timing(text) in (True, False)
    assert asks_for_timing(without_timing(text)) in (True, False)
