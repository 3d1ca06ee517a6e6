"""Characters become lines by where they stand."""

from ingest.characters import Character, lines


def character(place: int, text: str, x0: float, x1: float, *, spaced: bool = False) -> Character:
    """A character of 12 points on one line."""
    return Character(place, text, x0, 100.0, x1, 112.0, 12.0, bold=False, italic=False, spaced=spaced)


def test_the_letters_of_a_ligature_share_its_box_and_stay_in_one_word() -> None:
    word = [character(0, "f", 10, 17.6), character(1, "i", 10, 17.6), character(2, "n", 17.6, 25)]
    assert [line.text for line in lines([*word, character(3, "d", 25, 32)], 1)] == ["find"]


def test_a_character_further_left_begins_a_line() -> None:
    column = [character(0, "a", 200, 206), character(1, "b", 10, 16)]
    assert [line.text for line in lines(column, 1)] == ["a", "b"]
