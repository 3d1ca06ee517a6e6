"""The sample reports: plainly invented, rendered from their sources, consistent in their numbers."""

import re
from functools import cache
from pathlib import Path

import pytest

from corpus.samples import render
from ingest.document import Document
from ingest.read import read

SOURCES = render.sources()
NAMES = [source.stem for source in SOURCES]
EVERY_SAMPLE = pytest.mark.parametrize("source", SOURCES, ids=NAMES)


def pdf(source: Path) -> Path:
    return render.HERE / f"{source.stem}.pdf"


@cache
def document(source: Path) -> Document:
    return read(pdf(source).read_bytes(), pdf(source).name)


def page_text(source: Path, page: int | None = None) -> str:
    """The words of a page (from 1), or of all, with single spaces."""
    return " ".join(" ".join(line.text for line in document(source).lines if page in (None, line.page)).split())


def test_every_pdf_has_a_source_and_every_source_a_pdf() -> None:
    assert {path.stem for path in render.HERE.glob("*.pdf")} == set(NAMES)


@EVERY_SAMPLE
def test_the_first_page_says_that_the_council_is_invented(source: Path) -> None:
    name = source.stem.split("--")[0].capitalize()
    assert re.search(rf"{name} is an invented (council|area)\. This (report|letter) was written", page_text(source, 1))


@EVERY_SAMPLE
def test_every_page_says_at_its_foot_that_the_council_or_area_is_invented(source: Path) -> None:
    pages = document(source).pages
    assert [page for page in range(1, pages + 1) if "an invented " not in page_text(source, page)] == []


@EVERY_SAMPLE
def test_a_pdf_was_rendered_from_the_source_beside_it(source: Path) -> None:
    assert render.stamp(source).encode() in pdf(source).read_bytes()


@EVERY_SAMPLE
def test_every_paragraph_of_the_source_can_be_read_in_the_pdf(source: Path) -> None:
    _, blocks = render.split(source.read_text(encoding="utf-8"))
    plain = [text for _, text in render.number(blocks)[0] if not re.search(r"[*^|{>\\#]|^- ", text)]
    assert len(plain) > 10
    text = page_text(source)
    # The first ten words: later ones may stand on the next page, after its foot.
    assert [one for one in plain if " ".join(one.split()[:10]) not in text] == []


@EVERY_SAMPLE
def test_a_pdf_is_small_enough_to_keep_in_the_repository(source: Path) -> None:
    assert pdf(source).stat().st_size < 300_000


@pytest.mark.parametrize("source", SOURCES[:1], ids=NAMES[:1])
def test_rendering_twice_gives_the_same_bytes(source: Path) -> None:
    pytest.importorskip("weasyprint", reason="only rendering needs WeasyPrint")
    assert render.render(source) == render.render(source)


@EVERY_SAMPLE
def test_every_source_becomes_a_page_whose_references_all_resolve(source: Path) -> None:
    written = render.page(source)
    assert "{@" not in written
    assert "{#" not in written


def test_a_recommendation_prints_the_number_of_the_paragraph_it_names() -> None:
    blocks = ["1. See (paragraph {@late}).", "Prose.", "1. Other.", "1. {#late} Late."]
    counted, names = render.number(blocks)
    assert names == {"late": 3}
    assert [number for number, _ in counted] == [1, 0, 2, 3]


def test_numbering_begins_again_after_a_restart() -> None:
    counted, _ = render.number(["1. One.", "{restart}", "1. One again."])
    assert [number for number, _ in counted] == [1, 0, 1]


@EVERY_SAMPLE
def test_sources_use_typographic_quotes_throughout(source: Path) -> None:
    _, body = source.read_text(encoding="utf-8").split("+++\n", 2)[1:]
    assert "'" not in body
    assert '"' not in body
