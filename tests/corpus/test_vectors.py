"""Search by meaning finds what comparing with every vector finds."""

from pathlib import Path

import numpy as np
import pytest

from corpus import vectors
from corpus.errors import LibraryProblem

COUNT, DIMENSIONS = 300, 32
_RANDOM = np.random.default_rng(7)
EMBEDDINGS = np.asarray(_RANDOM.normal(size=(COUNT, DIMENSIONS)), dtype=np.float32)
EMBEDDINGS /= np.linalg.norm(EMBEDDINGS, axis=1, keepdims=True)
IDS = [f"chunk {number}" for number in range(COUNT)]
REPORTS = [f"report {number % 6}" for number in range(COUNT)]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> vectors.Vectors:
    """An index of 300 vectors in six reports."""
    index = vectors.open_folder(tmp_path_factory.mktemp("vectors"))
    index.add(IDS, REPORTS, EMBEDDINGS)
    return index


def _by_comparing(question: np.ndarray, limit: int, within: set[str] | None) -> list[str]:
    alike = EMBEDDINGS @ question
    allowed = [number for number in range(COUNT) if within is None or REPORTS[number] in within]
    return [IDS[number] for number in sorted(allowed, key=lambda number: -alike[number])[:limit]]


@pytest.mark.parametrize("within", [None, {"report 1"}, {"report 0", "report 5"}, {"report 2", "no such report"}])
def test_the_nearest_are_found_best_first(filled: vectors.Vectors, within: set[str] | None) -> None:
    for question in EMBEDDINGS[:40:4] + 0.1:
        found = filled.find(question, 12, within)
        assert [id_ for id_, _score in found] == _by_comparing(question, 12, within)
        assert [score for _id, score in found] == sorted((score for _id, score in found), reverse=True)


def test_a_score_is_the_cosine(filled: vectors.Vectors) -> None:
    ((id_, score),) = filled.find(3 * EMBEDDINGS[8], 1)
    assert id_ == "chunk 8"
    assert score == pytest.approx(1, abs=1e-5)


def test_nothing_is_within_no_reports(filled: vectors.Vectors) -> None:
    assert filled.find(EMBEDDINGS[0], 5, within=[]) == []
    assert filled.find(EMBEDDINGS[0], 5, within=["no such report"]) == []


def test_an_empty_index_finds_nothing_and_is_well(tmp_path: Path) -> None:
    index = vectors.open_folder(tmp_path)
    assert index.find(EMBEDDINGS[0], 5) == []
    assert index.count() == 0
    assert index.try_out()


def test_what_was_removed_or_cleared_is_found_no_more(tmp_path: Path) -> None:
    index = vectors.open_folder(tmp_path)
    index.add(IDS[:60], REPORTS[:60], EMBEDDINGS[:60])
    index.remove("report 1")
    assert index.count() == 50
    assert "chunk 1" not in [id_ for id_, _score in index.find(EMBEDDINGS[1], 60)]
    index.clear()
    assert (index.count(), index.find(EMBEDDINGS[2], 5)) == (0, [])


def test_adding_again_puts_the_new_vector_in_place_of_the_old(tmp_path: Path) -> None:
    index = vectors.open_folder(tmp_path)
    index.add(["kites"], ["one"], EMBEDDINGS[:1])
    index.add(["kites"], ["two"], EMBEDDINGS[1:2])
    assert index.count() == 1
    assert index.find(EMBEDDINGS[1], 1, ["two"])[0][1] == pytest.approx(1, abs=1e-5)


def test_the_index_is_on_the_disk(tmp_path: Path) -> None:
    index = vectors.open_folder(tmp_path)
    index.add(IDS, REPORTS, EMBEDDINGS)
    index.close()
    again = vectors.open_folder(tmp_path)
    assert again.find(EMBEDDINGS[8], 1)[0][0] == "chunk 8"
    assert vectors.is_intact(tmp_path)


def test_a_server_that_does_not_answer_is_told_with_the_next_step() -> None:
    with pytest.raises(LibraryProblem, match=r"localhost:9 does not answer: start it, or remove INSPECTION_CHROMA_URL"):
        vectors.open_server("http://localhost:9", "inspection")
