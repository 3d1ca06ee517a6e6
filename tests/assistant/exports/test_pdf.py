"""A paper as PDF is tagged, says its title and language, and shows the same citations as the screen."""

import ctypes
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from assistant.exports.pdf import pdf
from corpus.errors import InspectionError
from tests.assistant.exports.made import listed, paper, squeezed
from tests.assistant.exports.tagged import tags
from tests.fakes import HOSTILE

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def written() -> Iterator[pypdfium2.PdfDocument]:
    """The paper, opened again."""
    opened = pypdfium2.PdfDocument(pdf(paper()))
    yield opened
    opened.close()


def _text(document: pypdfium2.PdfDocument) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_it_is_tagged_with_headings_lists_and_links(written: pypdfium2.PdfDocument) -> None:
    found = tags(written)
    assert written.is_tagged()
    assert {"H1", "H2", "H3", "P", "L", "LI", "LBody", "Link"} <= set(found)
    assert [tag for tag in found if tag in ("H1", "H2", "H3")][:4] == ["H1", "H2", "H3", "H2"]


def test_it_says_its_title_and_its_language() -> None:
    content = pdf(paper())
    opened = pypdfium2.PdfDocument(content)
    assert opened.get_metadata_dict()["Title"] == "Who does what?"
    language = (ctypes.c_ushort * 20)()
    size = pdfium.FPDFCatalog_GetLanguage(opened, language, 40)
    assert bytes(language)[:size].decode("utf-16-le") == "en-GB\0"
    streams = re.findall(rb"stream\r?\n(.+?)\r?\nendstream", content, re.DOTALL)
    assert any(b"pdfuaid:part" in zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x")


def test_its_citations_are_those_of_the_answers(written: pypdfium2.PdfDocument) -> None:
    """Each with its number, its label, its report, and the exact words, in this order."""
    words = squeezed(_text(written))
    at = 0
    for part in paper().parts[:3]:
        for sought in listed(part.citations):
            at = words.index(sought, at)


def test_it_says_to_check_the_source_and_when_it_was_made(written: pypdfium2.PdfDocument) -> None:
    assert "Check the source before you rely on it." in _text(written)
    assert "Made on 22 November 2026" in _text(written)


def test_its_numbers_are_links_within_and_there_are_no_others(written: pypdfium2.PdfDocument) -> None:
    inside = 0
    for page in written:
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, position, link):
            assert pdfium.FPDFLink_GetDest(written, link)
            inside += 1
    assert inside == 7


def test_hostile_words_are_text(written: pypdfium2.PdfDocument) -> None:
    assert squeezed("<script>document.title='taken'</script>") in squeezed(_text(written))
    assert squeezed("![picture](http://evil.example/p.png)") in squeezed(_text(written))
    opened = pypdfium2.PdfDocument(pdf(paper(HOSTILE * 4)))
    assert squeezed(opened.get_metadata_dict()["Title"]) == squeezed(HOSTILE * 4)


def test_several_may_be_made_at_once() -> None:
    with ThreadPoolExecutor(4) as people:
        assert len({len(content) for content in people.map(lambda _number: pdf(paper()), range(4))}) == 1


def test_a_machine_without_pango_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking:
        """What importing does where the system's libraries cannot be opened."""

        def find_spec(self, name: str, *_where: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libgobject-2.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Lacking(), *sys.meta_path])
    with pytest.raises(InspectionError, match=r"^A PDF cannot be made here, as this machine lacks Pango: install it "):
        pdf(paper())


def test_a_machine_without_fonts_says_what_to_install(tmp_path: Path) -> None:
    """In a process of its own, as Pango ends the one in which it is used without fonts."""
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    program = "from assistant.exports.pdf import pdf; from tests.assistant.exports.made import paper; pdf(paper())"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith(
        "A PDF cannot be made here, as this machine has no fonts: install some (on Debian and Ubuntu: "
        "fonts-dejavu-core), or choose Word or Markdown."
    )
