"""Sentences and marks are read the same however a model writes them and wherever its pieces are cut."""

import pytest

from assistant.chat_model.marks import Written, read_sentences

ISSUED = {1, 2, 3}


def whole(text: str, size: int) -> list[tuple[str, tuple[int, ...]]]:
    """The finished sentences of a text that comes in pieces of so many characters."""
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    return [(each.text, each.numbers) for each in read_sentences(pieces, ISSUED) if each.whole]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1_000])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Too many cases [1].", [("Too many cases.", (1,))]),
        ("Too many cases. [1] Homes suit [2].", [("Too many cases.", (1,)), ("Homes suit.", (2,))]),
        ("Both are true [1, 2].", [("Both are true.", (1, 2))]),
        ("Both are true [1][3].", [("Both are true.", (1, 3))]),
        ("All are true [1-3].", [("All are true.", (1, 2, 3))]),
        ("Both are true 【1】[paragraph 2].", [("Both are true.", (1, 2))]),
        ("Nobody said so [7].", [("Nobody said so.", ())]),
        ("There is one (1) case [2].", [("There is one (1) case.", (2,))]),
        ("- **Too many** cases [1].\n- Homes suit [2].", [("Too many cases.", (1,)), ("Homes suit.", (2,))]),
        ("It costs 3.5 times more [1]. Homes suit [2].", [("It costs 3.5 times more.", (1,)), ("Homes suit.", (2,))]),
        ("Homes suit [2", [("Homes suit", ())]),
        ("[1] [2] 【3】", []),
    ],
)
def test_marks_are_read_however_they_are_written_and_cut(
    text: str, expected: list[tuple[str, tuple[int, ...]]], size: int
) -> None:
    assert whole(text, size) == expected


def test_a_sentence_grows_without_its_unfinished_mark() -> None:
    grown = list(read_sentences(["Too many ", "cases [", "1", "]."], ISSUED))
    assert [each.text for each in grown] == [
        "Too many",
        "Too many cases",
        "Too many cases",
        "Too many cases.",
        "Too many cases.",
    ]
    assert grown[-1] == Written("Too many cases.", (1,), whole=True)
    assert not any("[" in each.text for each in grown)
