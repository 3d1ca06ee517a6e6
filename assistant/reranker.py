"""Judging how well texts answer a question, with a cross-encoder."""

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from corpus.errors import ModelProblem
from corpus.models import RERANKER, folder_of

Score = Callable[[list[tuple[str, str]]], Sequence[float]]

_LONGEST = 320  # word pieces of question and text together; a Chunk and a question are shorter
_BATCH = 8  # pairs at a time: on a CPU more only adds padding


class Reranker:
    """Scores (question, text) pairs with the packaged cross-encoder, or another by name or folder.

    Loaded at first use. A score is a logit: above 0 the text more likely answers the question than not, as the model
    learned it from web searches (MS MARCO).
    """

    def __init__(self, name: str = RERANKER.name) -> None:
        self.name = name

    @cached_property
    def _score(self) -> Score:
        return _packaged() if self.name == RERANKER.name else _named(self.name)

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question. Raises ModelProblem where the model cannot be loaded."""
        scores = [0.0] * len(texts)
        order = sorted(range(len(texts)), key=lambda position: len(texts[position]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            found = self._score([(question, texts[position]) for position in batch])
            for position, score in zip(batch, found, strict=True):
                scores[position] = float(score)
        return scores


def _packaged() -> Score:
    import onnxruntime  # noqa: PLC0415 - only where it is used
    from tokenizers import Tokenizer  # noqa: PLC0415

    folder = folder_of(RERANKER)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_LONGEST)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])

    def score(pairs: list[tuple[str, str]]) -> Sequence[float]:
        encoded = tokenizer.encode_batch(pairs)
        inputs = {
            "input_ids": np.array([each.ids for each in encoded], dtype=np.int64),
            "attention_mask": np.array([each.attention_mask for each in encoded], dtype=np.int64),
            "token_type_ids": np.array([each.type_ids for each in encoded], dtype=np.int64),
        }
        return [float(logit) for logit in session.run(None, inputs)[0][:, 0]]

    return score


def _named(name: str) -> Score:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415 - sixteen seconds when cold
    from torch.nn import Identity  # noqa: PLC0415

    try:
        model = CrossEncoder(str(Path(name).expanduser()), device="cpu")
    except (OSError, ValueError) as error:
        raise ModelProblem(
            f"The reranker {name} cannot be loaded: set INSPECTION_RERANKER to a cross-encoder's folder or name that "
            f"this machine can reach, or leave it out for {RERANKER.name}."
        ) from error
    return lambda pairs: [float(x) for x in model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)]
