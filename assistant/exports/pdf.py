"""A Paper as a tagged PDF: headings, lists and links that a screen reader knows as such."""

import base64
import html
import logging
import threading
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.citations import Citation, Claim, by_report
from assistant.paper import Paper, Part, exact, shown, source
from corpus.errors import InspectionError

_LOOK = Path(__file__).with_name("pdf.css").read_text("utf-8")
_PICTURE = "data:image/png;base64,"
_ONE = threading.Lock()
"""One PDF at a time: the system's text library, which lays it out, is not made for several threads."""


def pdf(paper: Paper) -> bytes:
    """The Paper as the bytes of a PDF that says it is PDF/UA-1: tagged, with its title and language.

    Raises InspectionError where this machine has not the libraries that lay out text, or no fonts.
    """
    parts = ("".join(_part(part, f"answer-{at}")) for at, part in enumerate(paper.parts, start=1))
    return print_page(paper.title, paper.notes, "".join(parts))


def print_page(title: str, notes: Sequence[str], body: str, lead: str = "") -> bytes:
    """A page of ours as such a PDF: a title and notes, which may hold anything; HTML below them, and before as `lead`.

    Raises as `pdf` does.
    """
    with _ONE:
        weasyprint = _opened()
        page = weasyprint.HTML(string=_page(title, notes, body, lead), url_fetcher=_fetch)
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


def _fetch(address: str) -> Any:  # noqa: ANN401 - see above
    """A picture that stands in the page itself; nothing else is fetched."""
    if not address.startswith(_PICTURE):
        raise ValueError("A paper shows nothing from elsewhere.")
    from weasyprint.urls import URLFetcherResponse  # noqa: PLC0415

    return URLFetcherResponse(address, base64.b64decode(address[len(_PICTURE) :]), {"Content-Type": "image/png"})


def picture(png: bytes, words: str) -> str:
    """A picture as HTML, with the words for who does not see it."""
    return f'<p><img class="picture" src="{_PICTURE}{base64.b64encode(png).decode()}" alt="{html.escape(words)}"></p>'


def _page(title: str, notes: Sequence[str], body: str, lead: str) -> str:
    """The whole HTML page."""
    said = "".join(f"<p>{text(note)}</p>" for note in notes)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{text(title)}</title>'
        f"<style>{_LOOK}</style></head><body>"
        f'<h1>{text(title)}</h1>{lead}<div class="notes">{said}</div>{body}</body></html>'
    )


def _part(part: Part, place: str) -> Iterator[str]:
    """A question, its answer and its sources; `place` names these sources."""
    yield f"<h2>{text(part.question)}</h2>"
    if part.about:
        yield f'<p class="about">Understood as: {text(part.about)}</p>'
    yield f'<p class="status">{text(part.status)}</p>'
    numbers = {citation.number for citation in part.citations}
    for group, claims in part.groups:
        if group:
            yield f"<h3>{text(group)}</h3>"
        sentences = [sentence(claim, place, numbers) for claim in claims]
        if part.is_list:
            yield f"<ul>{''.join(f'<li>{each}</li>' for each in sentences)}</ul>"
        else:
            yield "".join(f"<p>{each}</p>" for each in sentences)
    if part.note:
        yield f'<p class="note">{text(part.note)}</p>'
    if part.citations:
        yield f"<h3>Sources</h3>{sources(part.citations, place, part.links)}"


def sentence(claim: Claim, place: str, numbers: Collection[int]) -> str:
    """A sentence with its numbers, none alone on the next line, each a link to its source where `numbers` has it."""
    return "\N{NO-BREAK SPACE}".join([text(claim.text), *marks(claim.citations, place, numbers)])


def marks(citations: Sequence[int], place: str, numbers: Collection[int]) -> list[str]:
    """Numbers behind a sentence."""
    return [
        f'<a href="#{_place(place, number)}">[{number}]</a>' if number in numbers else f"[{number}]"
        for number in citations
    ]


def sources(citations: Sequence[Citation], place: str, links: Mapping[int, str] | None = None) -> str:
    """The sources by report, each with its place and its exact words; a place leads to its page where that is known."""
    return "".join(
        f'<p class="report"><strong>{text(cited[0].whose)}</strong>: {text(source(cited[0]))}</p><ol class="sources">'
        f"{''.join(_source(each, place, (links or {}).get(each.number, '')) for each in cited)}</ol>"
        for _report, cited in by_report(citations)
    )


def _source(citation: Citation, place: str, link: str) -> str:
    also = f" (the same at {text(citation.also_at)})" if citation.also_at else ""
    where = f'<a href="{html.escape(link)}">{text(citation.place)}</a>' if link else text(citation.place)
    quote = "<br>".join(html.escape(line) for line in exact(citation))
    # The number is text, not the list's own marker: those are drawn after the page's words, and so copied after them.
    number = f'<span class="number">[{citation.number}]</span>'
    return f'<li id="{_place(place, citation.number)}"><p>{number} {where}{also}: {quote}</p></li>'


def _place(place: str, number: int) -> str:
    return f"{place}-source-{number}"


def text(words: str) -> str:
    """Words as HTML that shows exactly them."""
    return html.escape(" ".join(shown(words).split()))
