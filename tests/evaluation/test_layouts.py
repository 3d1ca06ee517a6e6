"""Paragraphs chosen by hand from the layouts of 2013 to 2025 are read as they stand on their pages.

`layouts.json` names each by file, page, official number and kind, and holds its words as a count and the SHA-256 of
their letters and digits, for the reports' own text is not ours to keep. Every one was seen on a picture of its page
with its box drawn around it: front pages, contents, judgement rows and two-line grades, summaries in a frame, numbered
paragraphs, bullets and sub-bullets of each year's kind, footnotes, tables of one and of two columns, a row and
paragraphs over a page's end.
"""

import hashlib
import json
import os
import re
from functools import cache
from pathlib import Path

import pytest

from corpus.report import Paragraph
from ingest import paragraphs, read

GOLDEN = json.loads(Path(__file__).with_name("layouts.json").read_text(encoding="utf-8"))


@cache
def _paragraphs(path: Path) -> tuple[Paragraph, ...]:
    return paragraphs.find(read.read(path.read_bytes(), path.name), "r")


def described(paragraph: Paragraph, file: str) -> dict[str, str | int | None]:
    """A Paragraph as `layouts.json` holds it."""
    letters = re.sub(r"[^a-z0-9]", "", paragraph.text.lower())
    return {
        "file": file,
        "page": paragraph.page,
        "last_page": paragraph.last_page,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "words": len(paragraph.text.split()),
        "sha256": hashlib.sha256(letters.encode()).hexdigest(),
    }


def test_at_least_forty_paragraphs_of_fifteen_layouts_are_held() -> None:
    assert len(GOLDEN) >= 40
    assert len({one["file"] for one in GOLDEN}) >= 15


@pytest.mark.skipif("REPORTS_FOLDER" not in os.environ, reason="REPORTS_FOLDER names no folder of real reports")
@pytest.mark.parametrize("golden", GOLDEN, ids=lambda one: f"{one['file']} p{one['page']} {one['sha256'][:6]}")
def test_a_paragraph_chosen_by_hand_is_read_as_it_stands_on_its_page(golden: dict[str, str | int | None]) -> None:
    path = Path(os.environ["REPORTS_FOLDER"]) / str(golden["file"])
    if not path.exists():
        pytest.skip(f"{path.name} is not in REPORTS_FOLDER")
    here = [described(one, path.name) for one in _paragraphs(path) if one.page == golden["page"]]
    assert golden in here
