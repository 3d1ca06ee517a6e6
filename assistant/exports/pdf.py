"""A Paper as a tagged PDF: headings, lists and links that a screen reader knows as such."""

import html
import logging
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from assistant.citations import Citation, Claim
from assistant.paper import Paper, Part, exact, shown, source
from corpus.errors import InspectionError

_LOOK = Path(__file__).with_name("pdf.css").read_text("utf-8")
_ONE = threading.Lock()
"""One PDF at a time: the system's text library, which lays it out, is not made for several threads."""


def pdf(paper: Paper) -> bytes:
    """The Paper as the bytes of a PDF that says it is PDF/UA-1: tagged, with its title and language.

    Raises InspectionError where this machine has not the libraries that lay out text, or no fonts.
    """
    with _ONE:
        weasyprint = _opened()
        page = weasyprint.HTML(string=_page(paper), url_fetcher=_fetch_nothing)
        return bytes(page.write_pdf(pdf_variant="pdf/ua-1"))


def _opened() -> Any:  # noqa: ANN401 - WeasyPrint publishes no types
    """WeasyPrint, which takes a second to import and opens the system's libraries as it is imported."""
    with warnings.catch_warnings():
        # It says so there if there are no fonts. Were it used all the same, Pango would bring the whole process down.
        warnings.filterwarnings("error", message=".*FontConfig.*")
        try:
            import weasyprint  # noqa: PLC0415 - see above
        except OSError as error:
            raise InspectionError(
                "A PDF cannot be made here, as this machine lacks Pango: install it (on Debian and Ubuntu: "
                "libpango-1.0-0 and libpangoft2-1.0-0), or choose Word or Markdown."
            ) from error
        except UserWarning as error:
            raise InspectionError(
                "A PDF cannot be made here, as this machine has no fonts: install some (on Debian and Ubuntu: "
                "fonts-dejavu-core), or choose Word or Markdown."
            ) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it would warn of each letter that no font has
    return weasyprint


def _fetch_nothing(*_address: object, **_how: object) -> NoReturn:
    raise ValueError("A paper shows nothing from elsewhere.")


def _page(paper: Paper) -> str:
    """The Paper as one HTML page."""
    notes = "".join(f"<p>{_text(note)}</p>" for note in paper.notes)
    parts = "".join("".join(_part(part, at)) for at, part in enumerate(paper.parts, start=1))
    title = _text(paper.title)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_LOOK}</style></head><body>"
        f'<h1>{title}</h1><div class="notes">{notes}</div>{parts}</body></html>'
    )


def _part(part: Part, at: int) -> Iterator[str]:
    """A question, its answer and its sources; `at` counts the questions from 1."""
    yield f"<h2>{_text(part.question)}</h2>"
    if part.about:
        yield f'<p class="about">Understood as: {_text(part.about)}</p>'
    yield f'<p class="status">{_text(part.status)}</p>'
    numbers = {citation.number for citation in part.citations}
    for group, claims in part.groups:
        if group:
            yield f"<h3>{_text(group)}</h3>"
        sentences = [_claim(claim, at, numbers) for claim in claims]
        if part.is_list:
            yield f"<ul>{''.join(f'<li>{sentence}</li>' for sentence in sentences)}</ul>"
        else:
            yield "".join(f"<p>{sentence}</p>" for sentence in sentences)
    if part.note:
        yield f'<p class="note">{_text(part.note)}</p>'
    if part.citations:
        yield f"<h3>Sources</h3><ol>{''.join(_source(citation, at) for citation in part.citations)}</ol>"


def _claim(claim: Claim, at: int, numbers: set[int]) -> str:
    marks = [
        f'<a href="#{_place(at, number)}">[{number}]</a>' if number in numbers else f"[{number}]"
        for number in claim.citations
    ]
    return " ".join([_text(claim.text), *marks])


def _source(citation: Citation, at: int) -> str:
    also = f"<p>The report says the same at {_text(citation.also_at)}.</p>" if citation.also_at else ""
    quote = "<br>".join(html.escape(line) for line in exact(citation))
    # The number is text, not the list's own marker: those are drawn after the page's words, and so copied after them.
    label = f'<span class="number">[{citation.number}]</span> {_text(citation.label)}'
    return (
        f'<li id="{_place(at, citation.number)}"><p class="label">{label}</p><p>{_text(source(citation))}</p>{also}'
        f"<blockquote><p>{quote}</p></blockquote></li>"
    )


def _place(at: int, number: int) -> str:
    return f"answer-{at}-source-{number}"


def _text(words: str) -> str:
    """Words as HTML that shows exactly them."""
    return html.escape(" ".join(shown(words).split()))
