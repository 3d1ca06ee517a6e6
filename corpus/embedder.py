"""Turning text into vectors with sentence-transformers."""

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.errors import ModelProblem
from corpus.models import EMBEDDER, folder_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


_BATCH = 8  # texts at a time: on a CPU more only adds padding


class Embedder(Embeddings):
    """Embeds texts with one sentence-transformers model: packaged, in a folder, or from the hub by name.

    Loaded at first use, since importing it takes seconds.
    """

    def __init__(self, name: str = EMBEDDER.name) -> None:
        self.name = name

    @cached_property
    def _model(self) -> "SentenceTransformer":
        packaged = self.name == EMBEDDER.name
        if packaged:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - sixteen seconds when cold
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # our own messages stand there
        place = str(folder_of(EMBEDDER)) if packaged else str(Path(self.name).expanduser())
        try:
            model = SentenceTransformer(place, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelProblem(
                f"The embedder {self.name} cannot be loaded: set INSPECTION_EMBEDDER to a sentence-transformers folder "
                f"or name that this machine can reach, or leave it out for {EMBEDDER.name}."
            ) from error
        if _has_bfloat16():
            model.bfloat16()
        return model

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of length 1 for the texts: float32, shape (texts, dimensions).

        Raises ModelProblem where the model cannot be loaded.
        """
        return np.asarray(
            self._model.encode(list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False),
            dtype=np.float32,
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """LangChain's way of asking for `encode`."""
        return [[float(x) for x in vector] for vector in self.encode(texts)]

    def embed_query(self, text: str) -> list[float]:
        """LangChain's way of asking for the vector of one text."""
        return self.embed_documents([text])[0]


def _has_bfloat16() -> bool:
    """True if the processor multiplies bfloat16 itself; elsewhere it would be slower.

    Four times as fast, with a cosine of .998 to float32's vectors at the least (200 report paragraphs,
    all-MiniLM-L6-v2, AMD EPYC).
    """
    import torch  # noqa: PLC0415 - with the model, not before

    found = torch.cpu.get_capabilities()
    return bool(found.get("avx512_bf16") or found.get("amx_bf16"))
