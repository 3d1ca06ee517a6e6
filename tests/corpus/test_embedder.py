"""The embedder gives vectors of length 1 that lie close where texts mean the same."""

import numpy as np
import pytest

from corpus.embedder import Embedder
from corpus.errors import ModelProblem
from corpus.models import EMBEDDER, folder_of


def test_vectors_have_length_one(embedder: Embedder) -> None:
    found = embedder.encode(["Kites fly.", "Bees hum.", ""])
    assert found.shape == (3, 384)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-2)


def test_texts_that_mean_the_same_lie_closer(embedder: Embedder) -> None:
    asked, same, other = embedder.encode(
        [
            "Do social workers have too many cases?",
            "Caseloads of practitioners are too high.",
            "The town hall has a new roof.",
        ]
    )
    assert asked @ same > asked @ other + 0.2


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert len(embedder.encode([])) == 0


def test_langchain_gets_the_same_vectors(embedder: Embedder) -> None:
    texts = ["Kites fly.", "Bees hum."]
    assert embedder.embed_documents(texts) == [[float(x) for x in vector] for vector in embedder.encode(texts)]
    assert len(embedder.embed_query("Kites fly.")) == 384


def test_a_folder_can_be_named_instead(embedder: Embedder) -> None:
    named = Embedder(str(folder_of(EMBEDDER)))
    assert named.encode(["Kites fly."])[0] @ embedder.encode(["Kites fly."])[0] == pytest.approx(1, abs=1e-2)


@pytest.mark.parametrize("name", ["/no/such/folder", "no-such-owner/no-such-model", "..."])
def test_a_model_that_cannot_be_had_is_told_with_the_next_step(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("socket.getaddrinfo", _cut_off)
    with pytest.raises(ModelProblem, match=r"^The embedder .* cannot be loaded: set INSPECTION_EMBEDDER to .*\.$"):
        Embedder(name).encode(["Kites fly."])


def _cut_off(*_words: object, **_more: object) -> None:
    raise OSError("The network is cut off.")
