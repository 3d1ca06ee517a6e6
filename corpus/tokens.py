"""Counting tokens with tiktoken, whose vocabulary comes from an installed package instead of the network."""

import gzip
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import tiktoken

from corpus.errors import ModelProblem
from corpus.models import VOCABULARY, folder_of

# tiktoken looks in its cache folder for a file named by the SHA-1 of the address it would fetch, and checks the
# content's hash again when it reads it (tiktoken/load.py).
_ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/cl100k_base.tiktoken"


@cache
def _encoding() -> tiktoken.Encoding:
    packed = (folder_of(VOCABULARY) / "cl100k_base.tiktoken.gz").read_bytes()
    try:
        with tempfile.TemporaryDirectory() as folder:
            name = hashlib.sha1(_ADDRESS.encode(), usedforsecurity=False).hexdigest()
            (Path(folder) / name).write_bytes(gzip.decompress(packed))
            return _read_from(folder)
    except OSError as error:
        raise ModelProblem(
            f"{VOCABULARY.name} cannot be unpacked in {tempfile.gettempdir()} ({error.strerror}): make room there and "
            "try again."
        ) from error


def _read_from(folder: str) -> tiktoken.Encoding:
    before = os.environ.get("TIKTOKEN_CACHE_DIR")
    os.environ["TIKTOKEN_CACHE_DIR"] = folder
    try:
        return tiktoken.get_encoding(VOCABULARY.name)
    finally:
        if before is None:
            del os.environ["TIKTOKEN_CACHE_DIR"]
        else:
            os.environ["TIKTOKEN_CACHE_DIR"] = before


def count_tokens(text: str) -> int:
    """The number of cl100k_base tokens in a text. Marks such as <|endoftext|> count as plain text.

    Raises ModelProblem where the vocabulary's package is missing or altered, or where there is no room to unpack it.
    """
    return len(_encoding().encode(text, disallowed_special=()))
