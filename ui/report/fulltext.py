"""A report's contents and its full text as HTML, with the paragraphs' numbers and pages."""

from collections.abc import Iterable, Sequence

from corpus.report import Paragraph, Report
from ui.page.buttons import button
from ui.page.escape import isolated, text

_FIRST_LEVEL = 3  # of the headings in the text, which stands under our own "Full text"
_LAST_LEVEL = 6
_DEEPEST = 3  # steps that the contents are indented


def contents(paragraphs: Iterable[Paragraph]) -> str:
    """The report's headings, each leading to its place in the text; "" where it has none."""
    rows = "".join(
        f'<li class="level-{min(len(paragraph.heading), _DEEPEST)}"><button type="button" class="name" '
        f'data-press="text:{paragraph.position}">{isolated(paragraph.text)}</button> '
        f'<span class="quiet">page {paragraph.page}</span></li>'
        for paragraph in paragraphs
        if paragraph.kind == "heading"
    )
    if not rows:
        return ""
    return f'<details class="contents" id="contents"><summary><h2>Contents</h2></summary><ul>{rows}</ul></details>'


def full_text(report: Report, paragraphs: Sequence[Paragraph]) -> str:
    """Every paragraph in reading order. Its number leads to its place on the page, where the report has pages."""
    parts: list[str] = []
    page, level = 0, _FIRST_LEVEL - 1
    for paragraph in paragraphs:
        if paragraph.page != page and report.pages > 1:
            page = paragraph.page
            parts.append(f'<p class="page-break">{button(f"page:{page}", f"Page {page}", f"Show page {page}")}</p>')
        if paragraph.kind == "heading":
            level = min(level + 1, _FIRST_LEVEL + len(paragraph.heading), _LAST_LEVEL)
            parts.append(_heading(paragraph, level))
        else:
            parts.append(_paragraph(paragraph))
    return f'<h2>Full text</h2><div class="full-text">{"".join(parts)}</div>'


def _heading(paragraph: Paragraph, level: int) -> str:
    return f'<h{level} id="text-{paragraph.position}" tabindex="-1">{isolated(paragraph.text)}</h{level}>'


def _paragraph(paragraph: Paragraph) -> str:
    named = f"Paragraph {paragraph.number}" if paragraph.number else f"A {_sort(paragraph)}"
    button_ = (
        f'<button type="button" class="cite" data-press="show:{paragraph.position}" '
        f'aria-label="{text(f"{named}: show it on page {paragraph.page}")}">{text(paragraph.number or "¶")}</button>'
        if paragraph.boxes
        else f'<span class="cite">{text(paragraph.number)}</span>'
        if paragraph.number
        else '<span class="no-number"></span>'
    )
    return (
        f'<div class="paragraph {paragraph.kind}" id="text-{paragraph.position}" tabindex="-1">{button_}'
        f"<p>{isolated(paragraph.text)}</p></div>"
    )


def _sort(paragraph: Paragraph) -> str:
    """What a paragraph without a number is, as one would say it."""
    words = {"bullet": "bullet point", "judgement": "judgement", "footnote": "footnote", "table": "row of a table"}
    return words.get(paragraph.kind, "paragraph")
