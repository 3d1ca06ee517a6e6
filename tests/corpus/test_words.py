"""Search by words finds what counting words finds."""

import math
import random
import re
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corpus import words
from tests.builders import SENTENCES

# None of them changes when it is stemmed, and none is too common to count.
VOCABULARY = "kite lantern marsh roof honey bee boat harbour lamp door garden bread piano rope".split()
_RANDOM = random.Random(11)
LINES = [
    (f"chunk {number}", f"report {number % 5}", " ".join(_RANDOM.choices(VOCABULARY, k=_RANDOM.randint(3, 30))))
    for number in range(200)
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> words.Words:
    """An index of 200 chunks in five reports."""
    index = words.open_folder(tmp_path_factory.mktemp("words"))
    index.change([], LINES)
    return index


def _by_counting(question: str, limit: int, within: Collection[str] | None) -> dict[str, float]:
    """BM25 with k1 = 1.2 and b = .75 over all chunks, as tantivy has it."""
    texts = {id_: text.split() for id_, _report, text in LINES}
    mean = sum(map(len, texts.values())) / len(texts)
    scores: defaultdict[str, float] = defaultdict(float)
    for word in question.split():
        holding = sum(word in text for text in texts.values())
        rarity = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        for id_, text in texts.items():
            count = text.count(word)
            scores[id_] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(text) / mean))
    reports = {id_: report for id_, report, _text in LINES}
    allowed = [id_ for id_ in scores if scores[id_] and (within is None or reports[id_] in within)]
    return {id_: scores[id_] for id_ in sorted(allowed, key=lambda id_: -scores[id_])[:limit]}


@pytest.mark.parametrize("within", [None, ["report 1"], ["report 0", "report 4", "no such report"]])
def test_scores_are_those_of_counting_best_first(filled: words.Words, within: list[str] | None) -> None:
    for question in ("kite", "lantern marsh", "honey bee piano", "door nothing"):
        found = filled.find(question, 15, within)
        expected = _by_counting(question, 15, within)
        assert [score for _id, score in found] == pytest.approx(list(expected.values()), rel=1e-3)
        clear = {id_ for id_, score in expected.items() if score > min(expected.values()) * 1.001}
        assert clear <= {id_ for id_, _score in found}


def test_words_are_found_in_every_form_and_common_ones_do_not_count(tmp_path: Path) -> None:
    index = words.open_folder(tmp_path)
    index.change([], [(f"c{number}", "r", text) for number, text in enumerate(SENTENCES)])
    assert [id_ for id_, _score in index.find("Which LANTERN was carried?", 5)] == ["c1"]
    assert [id_ for id_, _score in index.find("mended bicycle", 5)] == ["c2"]
    assert index.find("which of the and is it?", 5) == []


def test_letters_with_accents_are_letters(tmp_path: Path) -> None:
    index = words.open_folder(tmp_path)
    index.change([], [("c0", "r", "The Ynys Gôr partnership"), ("c1", "r", "G r")])
    assert [id_ for id_, _score in index.find("Gôr", 5)] == ["c0"]


@pytest.mark.parametrize(
    "text", ["", "?", "the of and", '"', "AND OR NOT", "text:kite^2 (", "[a TO b]", "-", "\x00\ud800"]
)
def test_no_text_is_mistaken_for_the_language_of_queries(filled: words.Words, text: str) -> None:
    assert len(filled.find(text, 5)) <= 5


@given(some.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_can_be_searched_for(filled: words.Words, text: str) -> None:
    assert len(filled.find(text, 3)) <= 3


@given(some.text())
def test_content_words_are_words_of_the_text(text: str) -> None:
    assert all(re.fullmatch(r"\w+", word) and word in text.lower() for word in words.content_words(text))


def test_nothing_is_within_no_reports(filled: words.Words) -> None:
    assert filled.find("kite", 5, within=[]) == []


def test_a_change_removes_and_adds(tmp_path: Path) -> None:
    index = words.open_folder(tmp_path)
    index.change([], [("old", "one", "kites"), ("kept", "two", "kites")])
    index.change(["one"], [("new", "one", "kites")])
    assert sorted(id_ for id_, _score in index.find("kite", 5)) == ["kept", "new"]
    assert index.count() == 2


def test_the_index_is_on_the_disk(tmp_path: Path) -> None:
    words.open_folder(tmp_path).change([], LINES)
    assert words.open_folder(tmp_path).count() == 200


@pytest.mark.parametrize(
    ("count", "phrase", "within"),
    [
        (2, "foster carers", None),
        (2, "FOSTER-CARER", None),
        (1, "foster carers", ["two"]),
        (0, "foster carers", []),
        (0, "foster carers", ["no such report"]),
        (0, "carers foster", None),
        (3, "carers", None),
        (0, "kayaks", None),
        (0, "", None),
        (0, "?! …", None),
        (0, 'text:"foster" AND (', None),
    ],
)
def test_chunks_that_mention_a_phrase_are_counted_in_any_form_of_its_words(
    tmp_path: Path, count: int, phrase: str, within: list[str] | None
) -> None:
    index = words.open_folder(tmp_path)
    texts = ["Foster carers, the foster carers!", "A foster carer’s home", "Carers who foster"]
    index.change([], [(f"c{at}", "one" if at % 2 == 0 else "two", text) for at, text in enumerate(texts)])
    assert index.mentions(phrase, within) == count


def test_as_many_chunks_mention_a_word_as_hold_it(filled: words.Words) -> None:
    for word in VOCABULARY:
        assert filled.mentions(word) == sum(word in text.split() for _id, _report, text in LINES)


@given(some.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_may_be_asked_for_as_a_phrase(filled: words.Words, text: str) -> None:
    assert 0 <= filled.mentions(text) <= len(LINES)


@pytest.mark.parametrize(
    ("stem", "forms"),
    [("assess", "assess assesses assessed assessment assessments"), ("care", "care cares"), ("27", "27"), ("", "")],
)
def test_forms_of_a_word_have_one_stem(stem: str, forms: str) -> None:
    assert {words.stem(form) for form in forms.split() or [""]} == {stem}


@pytest.mark.parametrize("word", VOCABULARY)
def test_a_word_is_found_by_its_stem(filled: words.Words, word: str) -> None:
    assert filled.mentions(words.stem(word)) == filled.mentions(word) > 0


@given(some.text())
def test_any_text_has_a_stem(text: str) -> None:
    assert isinstance(words.stem(text), str)
