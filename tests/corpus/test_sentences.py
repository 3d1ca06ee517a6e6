"""Sentences are exact pieces of a text, in order, and nothing is lost between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from corpus.sentences import count_words, split_sentences

_PIECES = some.sampled_from(
    ["Kites fly.", "para.", "12", "e.g.", "Dr.", "J. B. Marsh", "(see", "p. 4).", "‘Lanterns!’", "“Bees?”", "s. 20",
     "and", "the", "•", "…", "\n", "\n\n", "1.", "care", "Leavers", "mend", "bicycles", ".", "...", "U.K.", "£3.50"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("Kites fly. Bees hum.", ("Kites fly.", "Bees hum."), id="two"),
        pytest.param("No full stop", ("No full stop",), id="no end"),
        pytest.param(
            "Visits are late (see para. 12). Plans are short.",
            ("Visits are late (see para. 12).", "Plans are short."),
            id="para.",
        ),
        pytest.param("Under s. 20 of the Act. All is well.", ("Under s. 20 of the Act.", "All is well."), id="s. 20"),
        pytest.param("Dr. Marsh left. She was missed.", ("Dr. Marsh left.", "She was missed."), id="Dr."),
    ],
)  # fmt: skip
def test_a_text_is_split_at_the_ends_of_its_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(text) == sentences


@given(some.lists(_PIECES, max_size=30).map(" ".join) | some.text(max_size=200))
@settings(deadline=None)
def test_sentences_are_pieces_of_the_text_in_order_and_hold_all_its_words(text: str) -> None:
    sentences = split_sentences(text)
    assert "".join("".join(sentences).split()) == "".join(text.split())
    end = 0
    for sentence in sentences:
        assert sentence == sentence.strip() != ""
        end = text.index(sentence, end) + len(sentence)


@given(some.text())
def test_words_are_what_space_separates(text: str) -> None:
    assert count_words(text) == len(text.split())
