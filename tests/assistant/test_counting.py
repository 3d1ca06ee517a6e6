"""A number answers "how many" only where it counts what was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.counting import asks_for_more, counted, counts, has_figure
from corpus.words import stem


@pytest.mark.parametrize(
    ("states", "text"),
    [
        (True, "Agency workers fill 38% of posts."),
        (True, "Forty children wait, and 1,320 families are helped."),
        (True, "Two thirds of plans are late."),
        (True, "None of the children has a plan."),
        (False, "Caseloads have come down since 2019."),
        (False, "Caseloads are manageable."),
        (False, "Someone alone often attends."),
        (False, "Advisers begin when young people are at age 16."),
        (False, "Homeless children aged 16 and 17 are housed."),
        (False, "Section 47 enquiries are thorough."),
        (False, ""),
    ],
)
def test_a_figure_is_stated_in_digits_or_words_and_is_no_year_age_or_section(*, states: bool, text: str) -> None:
    assert has_figure(text) is states


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("How many foster carers does Saltmere have?", "carers"),
        ("How many personal advisers are there?", "advisers"),
        ("What is the number of boats in the harbour?", "boats"),
        ("How many children wait for an assessment?", "children"),
    ],
)
def test_what_is_to_be_counted_is_the_noun_behind_how_many(question: str, what: str) -> None:
    assert stem(what) in counted(question)


def test_a_question_that_asks_for_no_number_counts_nothing() -> None:
    assert counted("Are foster carers well trained?") == frozenset()


@pytest.mark.parametrize(
    ("counts_them", "sentence"),
    [
        (True, "There are 145 foster carers."),
        (True, "The number of approved foster carers has fallen to 98."),
        (True, "Training is complete for carers in 71% of homes."),
        (True, "Foster carers wait for months for training, and 29 are waiting now."),
        (False, "Ten homes stand by the marsh, and foster carers like them."),
        (False, "Foster carers are visited every six weeks."),
        (False, "Foster carers are well supported."),
    ],
)
def test_a_sentence_counts_what_stands_by_its_number(*, counts_them: bool, sentence: str) -> None:
    assert counts(sentence, counted("How many foster carers are there?")) is counts_them


def test_a_small_number_of_them_is_an_answer_in_words() -> None:
    what = counted("How many children live in unregistered homes?")
    assert counts("A small number of children live in unregistered homes.", what, "vague")
    assert not counts("Unregistered homes are visited often.", what, "vague")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("How many foster carers are there?", False),
        ("Are caseloads manageable, and how many cases does each worker have?", True),
        ("How many young carers are helped and is the service good?", True),
    ],
)
def test_a_question_may_ask_for_more_than_how_many(text: str, *, more: bool) -> None:
    assert asks_for_more(text) is more


@given(st.text(max_size=200), st.frozensets(st.text(max_size=5), max_size=3))
def test_any_text_is_counted_without_fail(text: str, what: frozenset[str]) -> None:
    assert counts(text, what) in (True, False)
    assert counts(text, what, "vague") in (True, False)
