"""A word may stand elsewhere than in its source only where that changes nothing."""

import pytest

from assistant.chat_model.likeness import compare, tokens
from assistant.chat_model.ordering import in_same_order


def stands(said: str, source: str) -> bool:
    """Whether a sentence keeps its source's order."""
    return in_same_order(tokens(said), compare(tokens(said), tokens(source)))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Visits are recorded promptly by staff.", "Visits are promptly recorded by staff."),
        ("Plans meet children’s complex needs.", "Plans meet the complex needs of children."),
        ("Staff give schools useful information.", "Staff give useful information to schools."),
        ("Training and information help carers.", "Information and training help carers."),
    ],
)
def test_what_moves_without_another_meaning_may_move(said: str, source: str) -> None:
    assert stands(said, source)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Workers challenge managers.", "Managers challenge workers."),
        (
            "In weekly meetings about drift and delay in all teams, workers challenge managers on every plan.",
            "In weekly meetings about drift and delay in all teams, managers challenge workers on every plan.",
        ),
        (
            "Children whose parents misuse alcohol are visited in their homes.",
            "Parents whose children misuse alcohol are visited in their homes.",
        ),
        (
            "Plans are updated and visits are regularly recorded by staff.",
            "Plans are regularly updated and visits are recorded by staff.",
        ),
        ("Schools give staff useful information.", "Staff give useful information to schools."),
    ],
)
def test_who_does_what_to_whom_may_not_change(said: str, source: str) -> None:
    assert not stands(said, source)
