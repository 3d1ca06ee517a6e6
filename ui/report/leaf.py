"""One page of a report beside its text: its picture, with the paragraph marked that was chosen."""

import base64
from dataclasses import dataclass, replace

from corpus.report import Paragraph, Report
from ui.page.buttons import button
from ui.page.escape import isolated, text
from ui.source.marking import marks, size


@dataclass(frozen=True, slots=True)
class Leaf:
    """The page in view (from 1), and the paragraph that was chosen, if one was."""

    page: int = 1
    paragraph: Paragraph | None = None

    def turned(self, press: str, report: Report) -> "Leaf":
        """The page before or after, or one that is named."""
        wanted = {"previous page": self.page - 1, "next page": self.page + 1}.get(press)
        if wanted is None:
            wanted = int(press.partition(":")[2])
        return replace(self, page=min(max(wanted, 1), report.pages))


def html(leaf: Leaf, report: Report, picture: bytes | None, opening: int) -> str:
    """The page; `picture` is its PNG, None where it cannot be drawn; `opening` counts what was opened in this visit."""
    paragraph, page = leaf.paragraph, leaf.page
    steps = (
        button("previous page", "‹", "Previous page", usable=page > 1)
        + f'<span class="count">Page {page} of {report.pages}</span>'
        + button("next page", "›", "Next page", usable=page < report.pages)
    )
    whole = (
        f'<button type="button" class="plain" data-dialog="Page {page} of {text(report.title)}">'
        "Enlarge the page</button>"
        if picture
        else ""
    )
    return (
        f'<aside class="leaf {"covers" if opening else "unasked"}" aria-labelledby="leaf-heading"><div class="bar">'
        f'<h2 id="leaf-heading" tabindex="-1" data-opening="{opening}">{_heading(leaf)}</h2>'
        f'<span class="closes">{button("close", "Close", "Close the page")}</span></div>'
        f'<div class="tools"><span class="steps" role="group" aria-label="Pages">{steps}</span>{whole}'
        f"{_back(paragraph)}</div>{_runs_on(leaf)}{_view(leaf, report, picture)}</aside>"
    )


def _heading(leaf: Leaf) -> str:
    paragraph = leaf.paragraph
    if paragraph is None or not paragraph.page <= leaf.page <= paragraph.last_page:
        return f"Page {leaf.page}"
    return f"{_named(paragraph)}, page {leaf.page}"


def _named(paragraph: Paragraph) -> str:
    return f"Paragraph {isolated(paragraph.number)}" if paragraph.number else "The chosen paragraph"


def _back(paragraph: Paragraph | None) -> str:
    return button(f"text:{paragraph.position}", "Back to the text") if paragraph else ""


def _runs_on(leaf: Leaf) -> str:
    """A line for a paragraph that does not end, or does not begin, on the page in view."""
    paragraph = leaf.paragraph
    if paragraph and paragraph.page <= leaf.page < paragraph.last_page:
        other, said = leaf.page + 1, "It continues on"
    elif paragraph and paragraph.page < leaf.page <= paragraph.last_page:
        other, said = paragraph.page, "It begins on"
    else:
        return ""
    return f'<p class="aside">{said} page {other}. {button(f"page:{other}", f"Show page {other}")}</p>'


def _view(leaf: Leaf, report: Report, picture: bytes | None) -> str:
    if picture is None:
        return '<p class="aside">This page cannot be shown as a picture; its words stand in the full text.</p>'
    paragraph, page = leaf.paragraph, leaf.page
    found = marks(paragraph.boxes, page, *size(picture)) if paragraph else ()
    said = f"; {_plainly(paragraph)} is marked: {paragraph.text}" if paragraph and found else ""
    drawn = "".join(f'<span class="mark" style="{mark.style}"></span>' for mark in found)
    data = base64.b64encode(picture).decode("ascii")
    return (
        f'<div class="page-view" role="region" tabindex="0" aria-label="Page {page} of the report"><div class="page">'
        f'<img src="data:image/png;base64,{data}" alt="{text(f"Page {page} of {report.title}{said}")}">'
        f'<div class="marks" aria-hidden="true">{drawn}</div></div></div>'
    )


def _plainly(paragraph: Paragraph) -> str:
    return f"paragraph {paragraph.number}" if paragraph.number else "the chosen paragraph"
