"""What a Paragraph says of a matter is told from the sentences on that matter alone."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.improvements.alike import find_terms
from assistant.improvements.clauses import clauses_of
from assistant.improvements.nearness import Features, Pages, Wanted, confidence
from assistant.improvements.spoken import read_spoken
from tests.assistant.improvements.conftest import Item
from tests.assistant.made import paragraph

WANTED = Wanted(("Supervision of social workers.",), np.zeros((1, 4)), find_terms("Supervision of social workers."))
PAGES = Pages((), frozenset(), (), (), {}, {})


@pytest.mark.parametrize(
    ("text", "good", "poor"),
    [
        ("Supervision is regular and effective. Plans are poor and drift.", True, False),
        ("Plans are thorough. Supervision is weak and irregular.", False, True),
        ("Supervision is regular and effective, although records of it are poor.", True, True),
        ("Supervision is held on Mondays.", False, False),
    ],
)
def test_only_the_sentences_on_the_matter_count(text: str, good: bool, poor: bool) -> None:  # noqa: FBT001 - a row of the table
    said = read_spoken(paragraph(text), WANTED, PAGES)
    assert (said.praises, said.criticises) == (good, poor)


def test_whole_sentences_are_quoted_and_what_lies_between_is_marked() -> None:
    said = read_spoken(paragraph("Supervision is good. Schools are open. Supervision is recorded well."), WANTED, PAGES)
    assert said.quote == "Supervision is good. … Supervision is recorded well."


def test_a_long_item_is_looked_for_clause_by_clause(item: Item) -> None:
    asked = replace(
        item("fennimoor-2015.md", "return home interviews"),
        parts=(paragraph("what they say is passed on"),),
        paragraph=paragraph("The quality of home interviews, including for children who live far away."),
    )
    assert clauses_of(asked)[2:] == ("home interviews", "children who live far away", "what they say is passed on")


def test_more_of_each_feature_makes_it_surer() -> None:
    low, high = Features(0.1, 0.0, 0.0), Features(0.9, 3.0, 2.5)
    assert confidence(low) < 0.1
    assert confidence(high) > 0.8
