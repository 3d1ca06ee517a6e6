"""Of a text, the words that say what it is about are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.telling import telling_words


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["caseloads"], "How were caseloads then?"),
        (["care", "leavers"], "And what about care leavers, please?"),
        (["caseloads", "manageable"], "Did inspectors say that Caseloads are manageable?"),
        (["libraries", "run"], "How many libraries does the council run?"),
        ([], "What did the last inspection report say, and is it any better now?"),
        ([], "two or three years before"),
        ([], ""),
    ],
)
def test_words_that_say_how_it_is_asked_tell_nothing(words: list[str], text: str) -> None:
    assert telling_words(text) == words


def test_words_come_in_order_and_as_often_as_they_are_said() -> None:
    assert telling_words("Foster carers of foster children") == ["foster", "carers", "foster", "children"]


@given(st.text(max_size=200))
def test_telling_words_stand_in_the_text(text: str) -> None:
    assert all(word in text.lower() for word in telling_words(text))
