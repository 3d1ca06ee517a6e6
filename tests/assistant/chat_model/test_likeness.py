"""Words are alike in their inflections and where reports use both for one thing, and in nothing else."""

import pytest

from assistant.chat_model.likeness import compare, exact_words, root, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("improves", "improved"), ("families", "family"), ("planned", "plans"), ("eight", "8"), ("1,200", "1200")],
)
def test_inflections_and_ways_to_write_a_number_are_alike(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("one", "other"), [("manageable", "management"), ("timely", "untimely"), ("time", "timely"), ("27", "72")]
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_what_stands_before_and_behind_belongs_to_the_stretch() -> None:
    source = tokens("Not all children are seen alone in few homes, and files are kept.")
    found = compare(tokens("Children are seen alone."), source)
    assert exact_words(found.stretch) == ["not", "all", "few"]
    assert [token.word for token in found.before] == ["not", "all"]


def test_a_sentence_is_laid_beside_the_nearest_words() -> None:
    source = tokens("Plans are not kept. Visits are rare. Plans are kept well.")
    assert exact_words(compare(tokens("Plans are kept well."), source).stretch) == []
