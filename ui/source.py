"""A source: the paragraph behind a citation, its exact words, and its page with the paragraph marked."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from assistant.citations import Citation
from corpus.report import Paragraph
from ui.escape import isolated, text
from ui.marking import marks, size


@dataclass(frozen=True, slots=True)
class Source:
    """What stands open beside the conversation.

    `turn` is the position (from 0) of the answer that was left for it, `citation` the one that was chosen there,
    `paragraph` the one in view and `page` the page in view (from 1); `button` names what was pressed, to return to.
    """

    turn: int
    citation: Citation
    paragraph: Paragraph
    page: int
    button: str

    @classmethod
    def of(cls, turn: int, citation: Citation, button: str) -> Self:
        """The source of a citation, as it opens."""
        return cls(turn, citation, citation.paragraph, citation.paragraph.page, button)

    @property
    def label(self) -> str:
        """Where the paragraph in view stands."""
        return replace(self.citation, paragraph=self.paragraph).label

    @property
    def is_cited(self) -> bool:
        """True while the paragraph in view is the cited one."""
        return self.paragraph.id == self.citation.paragraph.id

    def moved(self, press: str, paragraphs: Sequence[Paragraph]) -> "Source":
        """The source after one of its buttons was pressed; `paragraphs` are those of its report."""
        last = self.citation.report.pages
        match press:
            case "cited":
                return Source.of(self.turn, self.citation, self.button)
            case "previous page" | "next page":
                return replace(self, page=min(max(self.page + (1 if press == "next page" else -1), 1), last))
            case "other page":
                return replace(self, page=self.other_page or self.page)
            case _:
                position = self.paragraph.position + (1 if press == "next" else -1)
                found = next((paragraph for paragraph in paragraphs if paragraph.position == position), self.paragraph)
                return replace(self, paragraph=found, page=found.page)

    @property
    def other_page(self) -> int | None:
        """Where a paragraph that runs over the end of a page goes on, or from where it came."""
        if self.paragraph.page <= self.page < self.paragraph.last_page:
            return self.page + 1
        return self.paragraph.page if self.paragraph.page < self.page <= self.paragraph.last_page else None


def html(source: Source, opening: int, last: int, picture: bytes | None) -> str:
    """The source as HTML.

    `opening` counts the sources opened in this visit, `last` is the position of the report's last paragraph,
    `picture` the PNG of the page in view, or None where the document has no pages.
    """
    paragraph, report = source.paragraph, source.citation.report
    facts = " · ".join(text(fact) for fact in (report.title, report.kind or "", report.file) if fact)
    return (
        f'<aside class="source" aria-labelledby="source-heading"><div class="bar">'
        f'<h2 id="source-heading" tabindex="-1" data-opening="{opening}">Source {source.citation.number}</h2>'
        f'<div class="tools">{_copy(source)}{_button("close", "Close", "Close the source")}</div></div>'
        f'<p class="where">{isolated(source.label)}</p><p class="facts"><bdi>{facts}</bdi></p>'
        f"{_also(source)}"
        f"{_aside(source)}"
        f'<h3 class="unseen">The exact words</h3>'
        f'<div class="quote" role="region" tabindex="0" aria-label="The exact words">{_path(paragraph)}'
        f'<blockquote class="words">{isolated(paragraph.text)}</blockquote></div>'
        f"{_steps(source, last)}{_page(source, picture) if picture else ''}</aside>"
    )


def _path(paragraph: Paragraph) -> str:
    path = " › ".join(isolated(heading) for heading in paragraph.heading)
    return f'<p class="path">{path}</p>' if path else ""


def _aside(source: Source) -> str:
    if source.is_cited:
        return ""
    return (
        f'<p class="aside">Not cited: you are reading on from source {source.citation.number}. '
        f"{_button('cited', 'Back to the cited paragraph')}</p>"
    )


def _also(source: Source) -> str:
    """Where else the report says the same."""
    also = source.citation.also_at if source.is_cited else ""
    return f'<p class="facts">The report says the same at {text(also)}.</p>' if also else ""


def _steps(source: Source, last: int) -> str:
    before = _button("previous", "‹ Previous paragraph", usable=source.paragraph.position > 0)
    after = _button("next", "Next paragraph ›", usable=source.paragraph.position < last)
    return f'<div class="steps">{before}{after}</div>'


def _copy(source: Source) -> str:
    quoted = text(f"“{source.paragraph.text}” ({source.label}; {source.citation.report.file})")
    return f'<button type="button" class="plain" data-copy="{quoted}">Copy quote and source</button>'


def _page(source: Source, picture: bytes) -> str:
    paragraph, report, page = source.paragraph, source.citation.report, source.page
    found = marks(paragraph.boxes, page, *size(picture))
    named = f"paragraph {paragraph.number}" if paragraph.number else "the paragraph"
    said = f"{named} is marked: {paragraph.text}" if found else f"{named} is not on this page."
    alt = text(f"Page {page} of {report.title}; {said}")
    drawn = "".join(f'<span class="mark" style="{mark.style}"></span>' for mark in found)
    data = base64.b64encode(picture).decode("ascii")
    steps = (
        _button("previous page", "‹ Previous page", usable=page > 1)
        + f'<span class="count">Page {page} of {report.pages}</span>'
        + _button("next page", "Next page ›", usable=page < report.pages)
    )
    return (
        f'<h3 class="unseen">The page</h3>{_runs_on(source)}'
        f'<div class="page-view" role="region" tabindex="0" aria-label="Page {page} of the report">'
        f'<div class="page"><img src="data:image/png;base64,{data}" alt="{alt}">'
        f'<div class="marks" aria-hidden="true">{drawn}</div></div></div><div class="steps">{steps}</div>'
    )


def _runs_on(source: Source) -> str:
    """A line for a paragraph that does not end, or does not begin, on the page in view."""
    other = source.other_page
    if other is None:
        return ""
    said = (
        f"The paragraph goes on on page {other}." if other > source.page else f"The paragraph begins on page {other}."
    )
    return f'<p class="aside">{said} {_button("other page", f"Show page {other}")}</p>'


def _button(press: str, words: str, name: str = "", *, usable: bool = True) -> str:
    """A button; one that cannot be used keeps the keyboard's focus, so that a reader does not lose their place."""
    labelled = f' aria-label="{text(name)}"' if name else ""
    off = "" if usable else ' aria-disabled="true"'
    return f'<button type="button" class="plain" data-press="{text(press)}"{labelled}{off}>{text(words)}</button>'
