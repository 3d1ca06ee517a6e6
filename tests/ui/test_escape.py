"""Foreign words are shown and never interpreted."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as some

from tests.fakes import HOSTILE
from tests.ui.reading import Shown
from ui.page.escape import isolated, text


@given(some.text())
def test_any_words_are_shown_as_they_are_but_for_control_characters(words: str) -> None:
    kept = "".join(letter for letter in words if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs"))
    shown = Shown(f"<p>{text(words)}</p>")
    assert (shown.words, shown.elements) == (kept, ["p"])


@given(some.text())
def test_any_words_stay_inside_a_quoted_attribute(words: str) -> None:
    shown = Shown(f'<p title="{text(words)}" id="after"></p>')
    assert shown.of("p", "id") == ["after"]
    assert list(shown.attributes[0][1]) == ["title", "id"]


def test_hostile_words_stand_in_an_element_that_keeps_their_direction_to_itself() -> None:
    shown = Shown(isolated(HOSTILE))
    assert (shown.words, shown.elements) == (HOSTILE, ["bdi"])
