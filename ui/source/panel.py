"""A source as HTML: where it stands, its exact words, and its page with the paragraph marked."""

import base64
from dataclasses import dataclass

from corpus.report import Paragraph
from ui.page.buttons import button, copy_button
from ui.page.escape import isolated, text
from ui.source.marking import marks, size
from ui.source.source import Source


@dataclass(frozen=True, slots=True)
class Around:
    """What the library knows of the report of a source.

    `last` is the position of its last paragraph, None where the library no longer holds it; `picture` the PNG of the
    page in view, None where it has no pages; `original` says that its file is a PDF that can be opened, and `newer`
    names the report that took its place.
    """

    last: int | None = None
    picture: bytes | None = None
    original: bool = False
    newer: str = ""


def html(source: Source, opening: int, around: Around, adds: str = "", below: str = "") -> str:
    """The source; `opening` counts the sources opened in this visit.

    HTML of the page it stands beside are `adds`, a button that adds the paragraph to something, and what is `below` it.
    """
    paragraph, report = source.paragraph, source.citation.report
    whole = "" if around.last is None else button("report", "See the whole report")
    number = source.citation.number
    heading, look = f"Source {number}", "source covers"
    if not source.is_cited:
        heading, look = f"Reading on from source {number}", "source uncited covers"
    facts = " · ".join(text(fact) for fact in (report.title, report.kind or "", report.file) if fact)
    return (
        f'<aside class="{look}" aria-labelledby="source-heading"><div class="bar">'
        f'<h2 id="source-heading" tabindex="-1" data-opening="{opening}">{heading}</h2>'
        f'<div class="tools">{whole}{button("close", "Close", "Close the source")}</div></div>'
        f'<p class="where">{isolated(source.label)}</p><p class="facts"><bdi>{facts}</bdi></p>'
        f"{_beside(source, around)}{_aside(source)}"
        f'<h3 class="unseen">The exact words</h3>'
        f'<div class="quote" role="region" tabindex="0" aria-label="The exact words">{_path(paragraph)}'
        f'<blockquote class="words">{isolated(paragraph.text)}</blockquote></div>'
        f'<div class="tools">{_steps(source, around)}{_copies(source)}{adds}</div>{below}'
        f"{_page(source, around) if around.picture else ''}</aside>"
    )


def _path(paragraph: Paragraph) -> str:
    path = " › ".join(isolated(heading) for heading in paragraph.heading)
    return f'<p class="path">{path}</p>' if path else ""


def _beside(source: Source, around: Around) -> str:
    """Where else the report says the same, and what a reader should know about the report."""
    also = source.citation.also_at if source.is_cited else ""
    said = [f'<p class="facts">The report says the same at {text(also)}.</p>'] if also else []
    if around.newer:
        said.append(f'<p class="newer">Superseded by: {isolated(around.newer)}.</p>')
    if around.last is None:
        said.append(
            '<p class="replaced">The library no longer holds this file, so its page cannot be shown. The words below '
            "are those that were cited.</p>"
        )
    return "".join(said)


def _aside(source: Source) -> str:
    if source.is_cited:
        return ""
    return f'<p class="aside">This paragraph is not cited. {button("cited", "Back to the cited paragraph")}</p>'


def _steps(source: Source, around: Around) -> str:
    if around.last is None:
        return ""
    before = button("previous", "‹ Previous", "Previous paragraph", usable=source.paragraph.position > 0)
    after = button("next", "Next ›", "Next paragraph", usable=source.paragraph.position < around.last)
    return f'<span class="steps" role="group" aria-label="Paragraphs">{before}{after}</span>'


def _copies(source: Source) -> str:
    report = source.citation.report
    where = f"{source.label}; {report.file}"
    cited = f"{report.title}: {where}" if report.title not in where else where
    return copy_button(f"“{source.paragraph.text}” ({where})", "Copy quote") + copy_button(cited, "Copy citation")


def _page(source: Source, around: Around) -> str:
    report, page = source.citation.report, source.page
    steps = (
        button("previous page", "‹", "Previous page", usable=page > 1)
        + f'<span class="count">Page {page} of {report.pages}</span>'
        + button("next page", "›", "Next page", usable=page < report.pages)
    )
    opened = (
        '<button type="button" class="plain" data-open="original" '
        f'aria-label="Open the PDF at page {page} in a new tab">Open the PDF</button>'
        if around.original
        else ""
    )
    title = f"Page {page} of {text(report.title)}"
    whole = f'<button type="button" class="plain" data-dialog="{title}">Enlarge the page</button>'
    return (
        f'<h3 class="unseen">The page</h3>{_runs_on(source)}'
        f'<div class="tools"><span class="steps" role="group" aria-label="Pages">{steps}</span>{whole}{opened}</div>'
        f'<div class="page-view" role="region" tabindex="0" aria-label="Page {page} of the report">'
        f"{_picture(source, around.picture or b'')}</div>"
    )


def _picture(source: Source, picture: bytes) -> str:
    """The page with its marks; those who do not see it are told the paragraph's words."""
    paragraph, page = source.paragraph, source.page
    found = marks(paragraph.boxes, page, *size(picture))
    named = f"paragraph {paragraph.number}" if paragraph.number else "the paragraph"
    said = f"{named} is marked: {paragraph.text}" if found else f"{named} is not on this page."
    alt = text(f"Page {page} of {source.citation.report.title}; {said}")
    drawn = "".join(f'<span class="mark" style="{mark.style}"></span>' for mark in found)
    data = base64.b64encode(picture).decode("ascii")
    return (
        f'<div class="page"><img src="data:image/png;base64,{data}" alt="{alt}">'
        f'<div class="marks" aria-hidden="true">{drawn}</div></div>'
    )


def _runs_on(source: Source) -> str:
    """A line for a paragraph that does not end, or does not begin, on the page in view."""
    other = source.other_page
    if other is None:
        return ""
    said = (
        f"The paragraph continues on page {other}." if other > source.page else f"The paragraph begins on page {other}."
    )
    return f'<p class="aside">{said} {button("other page", f"Show page {other}")}</p>'
