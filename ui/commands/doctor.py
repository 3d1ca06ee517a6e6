"""What is installed, where, and whether store and indexes agree."""

import platform
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TypedDict

from assistant.chat_model.trying import try_out
from corpus.errors import InspectionError, LibraryProblem
from corpus.library import Library
from corpus.models import EMBEDDER, RERANKER, VOCABULARY, folder_of
from corpus.settings import Settings
from corpus.tokens import count_tokens


class Finding(TypedDict):
    """One thing looked at: what it is, whether it is well, and what was seen or what to do."""

    name: str
    ok: bool
    seen: str


def examine(settings: Settings) -> list[Finding]:
    """Everything that a question needs, looked at one by one; nothing is changed. A chat model is called once."""
    return [
        _look("Python", lambda: f"{platform.python_version()} on {platform.system()}"),
        _look("inspection-assistant", partial(version, "inspection-assistant")),
        *[_look(name, partial(version, name)) for name in ("langchain", "chromadb", "sentence-transformers")],
        _look("vocabulary", lambda: f"{VOCABULARY.name}, checked; “Report” is {count_tokens('Report')} token"),
        _look("embedder", lambda: _model(settings.embedder, EMBEDDER.name)),
        _look("reranker", lambda: _model(settings.reranker, RERANKER.name)),
        _look("data folder", lambda: str(settings.data)),
        _look("library", lambda: _library(settings)),
        *([_look("chat model", lambda: try_out(settings))] if settings.chat_model else []),
    ]


def write_findings(findings: list[Finding]) -> str:
    """A line for each finding."""
    return "\n".join(f"{'ok     ' if each['ok'] else 'PROBLEM'} {each['name']}: {each['seen']}" for each in findings)


def _look(name: str, see: Callable[[], str]) -> Finding:
    try:
        return {"name": name, "ok": True, "seen": see()}
    except InspectionError as error:
        return {"name": name, "ok": False, "seen": str(error)}
    except PackageNotFoundError:
        return {"name": name, "ok": False, "seen": f"not installed: run pip install {name}"}


def _model(name: str, packaged: str) -> str:
    if name != packaged:
        return f"{name}, from its folder or the hub"
    model = EMBEDDER if packaged == EMBEDDER.name else RERANKER
    return f"{name}, checked, in {folder_of(model)}"


def _library(settings: Settings) -> str:
    if not settings.data.is_dir() and not settings.database_url:
        return "empty: add reports with inspection ingest FOLDER"
    with Library(settings) as library:
        count = f"{len(library.reports)} reports"
        try:
            library.own()
        except LibraryProblem as busy:
            return f"{count}; {busy}"
        if library.indexes_agree():
            return f"{count}; store and indexes agree"
        return f"{count}; the indexes are out of date and will be built anew at the next question"
