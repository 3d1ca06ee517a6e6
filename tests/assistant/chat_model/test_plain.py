"""What says the same is put in one wording, and what says more or less is not."""

import pytest

from assistant.chat_model.likeness import tokens
from assistant.chat_model.plain import SAME, in_plain_words


def roots(text: str) -> list[str]:
    """What a text compares by."""
    return [token.root for token in tokens(text) if token.tells]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There are too few placements.", "There are insufficient placements."),
        ("Plans do not have enough detail.", "Plans lack sufficient detail."),
        ("Visits are not consistently recorded.", "Visits are not always recorded."),
        ("Assessments are completed on time.", "Assessments are completed in a timely manner."),
        ("Staff are unable to visit.", "Staff cannot visit."),
        ("Drift leads to harm.", "Drift results in harm."),
        ("The team introduced a tool.", "The team brought in a tool."),
        ("Staff respond sensitively.", "Staff respond in a sensitive way."),
        ("Children often wait.", "Children frequently wait."),
        ("Cared-for children saw siblings.", "Children looked after see brothers and sisters."),
    ],
)
def test_two_ways_to_say_one_thing_are_alike(one: str, other: str) -> None:
    assert roots(one) == roots(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Children often wait.", "Children regularly wait."),
        ("Visits are not always recorded.", "Visits are not recorded."),
        ("Visits are sometimes recorded.", "Visits are often recorded."),
        ("Help is offered.", "Help is provided."),
        ("Parents declined help.", "Help deteriorated."),
        ("Plans are adequate.", "Plans are insufficient."),
        ("Many children wait.", "Most children wait."),
        ("Drift leads to harm.", "Harm leads to drift."),
        ("Plans require improvement.", "Plans need improvement."),
    ],
)
def test_what_says_more_or_less_is_not_alike(one: str, other: str) -> None:
    assert roots(one) != roots(other)


def test_no_word_stands_for_two_things() -> None:
    words = [word for group in SAME for word in group.split()]
    assert len(words) == len(set(words))


def test_a_wording_of_our_own_stays_as_it_is() -> None:
    said = in_plain_words("As a result, young people could not go to most meetings in good time.")
    assert in_plain_words(said) == said
