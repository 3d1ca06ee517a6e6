"""Numbers and bullets in front of a text."""

import pytest

from ingest import labels


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("12. Help comes early.", "12", "Help comes early."),
        ("10.Initial visits are made.", "10", "Initial visits are made."),
        ("2.1 Adoption performance", "2.1", "Adoption performance"),
        ("◼ Supervision", "", "Supervision"),
        ("\uf06e Supervision", "", "Supervision"),
        ("\uf0a7Supervision", "", "Supervision"),
        ("\uf02d of whom three", "", "of whom three"),
        ("• Supervision", "", "Supervision"),
        ("- Supervision", "", "Supervision"),
    ],
)
def test_labels_of_every_era_are_found(text: str, number: str, rest: str) -> None:
    found = labels.find(text)
    assert found is not None
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize(
    "text", ["18.", "2019. The council", "24.5% of children", "Help", "", "-17-year-olds", "1,206 live here"]
)
def test_numbers_that_belong_to_the_text_are_no_labels(text: str) -> None:
    assert labels.find(text) is None
