"""What a document says of itself: council, kind, dates, judgements and lists, each with its Paragraph. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.report import Paragraph, Report, ReportKind
from ingest import councils, dates, headings, improvements, judgements, previous
from ingest.document import Document

_KINDS: tuple[tuple[str, ReportKind], ...] = (
    (r"monitoring visit", "monitoring visit"),
    (r"focused visit", "focused visit"),
    (r"joint targeted area|jtai", "joint inspection"),
    (r"\bsend\b|special educational needs", "area SEND"),
    (r"children in need of help and protection, children looked after", "SIF"),
    (r"arrangements for the protection of children|child protection arrangements", "child protection"),
    (r"looked after children", "looked after children"),
    (r"inspection of .*children.?s (?:social care )?services", "ILACS"),
)
_SUBJECT = re.compile(
    r"(?:re-?)?inspection of|(?:[\w’'-]+ ){0,3}(?:focused|monitoring) visit (?:of|to)|joint (?:targeted|local)"
    r"|area send",
    re.IGNORECASE,
)
"""How the subject line of a letter, or a title set like text, begins."""

_INSPECTED = re.compile(
    r"^(?:inspection dates?|dates? of (?:the )?(?:inspection|visit)|inspected|visit dates?)\b\W*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_PUBLISHED = re.compile(
    r"^(?:report |date )?(?:published|publication(?: date)?)(?: on)?\b\W*(.*)", re.IGNORECASE | re.DOTALL
)
_DATED = re.compile(r"^(\d{1,2}\s+[A-Z][a-z]+\s+20\d\d)$")
_LEAD = re.compile(r"^(?:lead|reporting) inspectors?\b", re.IGNORECASE)
_TRUST = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,6}(?:Children[’']s (?:Services )?Trust|Children First|for Children)\b")
_VISITED = re.compile(
    r"\b(?:visit|visited|inspection)\b[^.]*?\b(?:on|from|between|during)\s+((?:\w+day\s+)?\d{1,2}\b[^.]*)",
    re.IGNORECASE,
)
"""How a letter's first paragraphs tell when inspectors came."""

_OUTCOME = re.compile(r"arrangements|failings", re.IGNORECASE)
_FRAMEWORKS: dict[ReportKind, str] = {
    "SIF": "Single inspection framework 2013",
    "area SEND": "Area SEND",
    "focused visit": "ILACS",
    "monitoring visit": "ILACS",
    "joint inspection": "Joint targeted area inspections",
    "child protection": "Protection of children 2012",
    "looked after children": "Looked after children 2013",
}
_LETTERS = ("focused visit", "monitoring visit", "joint inspection")
"""Kinds that are told in a letter, without grades: a letter's own date is that of its publication."""

_LONGEST_LINE = 60  # words: a line, or a letter's sentence, that gives the dates
_SHORTEST_TITLE = 4  # words: entries of a menu have up to 3
_FRONT = 2  # pages: fact lines stand on the first, or after a picture cover on the second


def find(document: Document, paragraphs: tuple[Paragraph, ...], report_id: str, file: str) -> Report:
    """The Report that a document's Paragraphs describe; what they do not state is None."""
    front = tuple(
        line for one in paragraphs if one.page <= _FRONT and not _in_contents(one) for line in _front_lines(one)
    )
    title = _title(front) or _fallback_title(document, paragraphs)
    stated: dict[str, str] = {}
    kind = _kind(title, front)
    council = _council(front, stated, named=kind is not None)
    inspected = _dates(front, _INSPECTED, "inspected", stated)
    if inspected is None and kind in _LETTERS:
        inspected = _dates(front, _VISITED, "inspected", stated)
    last = tuple(one for one in paragraphs if one.page == document.pages)
    published = _dates((*front, *last), _PUBLISHED, "published", stated)
    if published is None and kind in _LETTERS:
        published = _dates(front, _DATED, "published", stated)
    graded, notes = judgements.find(paragraphs) if kind not in _LETTERS else ((), ())
    for name, pattern in (("lead inspector", _LEAD), ("trust", _TRUST)):
        if paragraph := next((one for one in front if pattern.search(_plain(one))), None):
            stated[name] = paragraph.id
    return Report(
        id=report_id,
        file=file,
        title=title,
        council=council,
        kind=kind,
        framework=_framework(kind, {one.area for one in graded}, inspected[1].year if inspected else None),
        inspected_from=inspected[0] if inspected else None,
        inspected_to=inspected[1] if inspected else None,
        published=published[1] if published else None,
        pages=document.pages,
        judgements=graded if kind != "area SEND" else (),
        outcome=_outcome(paragraphs, stated) if kind == "area SEND" else None,
        improvement_lists=improvements.find(paragraphs),
        stated=stated,
        notes=notes,
        previous_inspections=previous.find(front, paragraphs) if kind else (),
    )


def _plain(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\t", " ")


def _front_lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The lines of a front page's title and facts, each as a Paragraph of the same id; any other Paragraph itself."""
    if "\n" not in paragraph.text or "\t" in paragraph.text:
        yield paragraph
        return
    for text in paragraph.text.split("\n"):
        yield replace(paragraph, text=text, kind="prose" if headings.is_fact_line(text) else "heading")


def _in_contents(paragraph: Paragraph) -> bool:
    return any(heading.lower() == "contents" for heading in paragraph.heading)


def _title_lines(front: tuple[Paragraph, ...]) -> list[Paragraph]:
    """The first page's headings above its dates and grades."""
    lines: list[Paragraph] = []
    for one in front:
        if _INSPECTED.match(_plain(one)) or _PUBLISHED.match(_plain(one)) or _LEAD.match(one.text):
            break
        if one.kind == "judgement" or one.page > 1 or len(one.text.split()) > 40:
            break
        if one.kind == "heading" or one.text == "and":
            lines.append(one)
    return lines


def _title(front: tuple[Paragraph, ...]) -> str:
    """The title in the report's words, the council's name first."""
    texts = [one.text for one in _title_lines(front)]
    if len(texts) < 2:
        return " ".join(texts)
    named = next((text for text in texts if councils.alone(text)), None)
    rest = " ".join(text for text in texts if text != named)
    return f"{named}: {rest}" if named else rest


def _fallback_title(document: Document, paragraphs: tuple[Paragraph, ...]) -> str:
    """The title that the format gives, or a document's first words that are none of a web page's menus."""
    headed = [one.text for one in paragraphs if one.kind == "heading"]
    texts = [one.text for one in paragraphs]
    worded = [text for text in texts if len(text.split()) >= _SHORTEST_TITLE]
    first = next(iter((*headed, *worded, *texts)), "")
    return document.title or " ".join(first.split()[:20])


def _kind(title: str, front: tuple[Paragraph, ...]) -> ReportKind | None:
    """The kind that the title names, else the one that the first lines of a letter name.

    None for what only speaks of inspections, such as a press article: a report states when it was or by whom, has
    a table of grades, or greets its reader.
    """
    if not any((one.kind == "judgement" and one.boxes) or headings.is_report_line(_plain(one)) for one in front):
        return None
    lines = [_plain(one) for one in front[:12] if len(one.text.split()) < 40]
    for text in (title, *(line for line in lines if _SUBJECT.match(line))):
        for pattern, kind in _KINDS:
            if re.search(pattern, text, re.IGNORECASE):
                return kind
    return None


def _council(front: tuple[Paragraph, ...], stated: dict[str, str], *, named: bool) -> str | None:
    """The council's short name: in the title, in a front-page sentence or, in a `named` kind, on a line of its own."""
    short = [one for one in front if len(one.text.split()) < 30]
    lines = _title_lines(front) or short[:6]
    for paragraph, name in (
        *((one, councils.in_title(_plain(one))) for one in lines),
        *((one, councils.alone(one.text)) for one in lines[:3] if named and len(lines) > 1),
        *((one, councils.in_title(_plain(one))) for one in short),
    ):
        if name:
            stated["council"] = paragraph.id
            return name
    return None


def _dates(
    paragraphs: tuple[Paragraph, ...], line: re.Pattern[str], name: str, stated: dict[str, str]
) -> tuple[date, date] | None:
    """The first and last day in the line that a pattern finds."""
    for paragraph in paragraphs:
        # Longer ones tell of more than their dates, and patterns take long over an endless one.
        match = line.search(_plain(paragraph)) if len(paragraph.text.split()) < _LONGEST_LINE else None
        found = dates.span(match.group(1)) if match else None
        if found:
            stated[name] = paragraph.id
            return found
    return None


def _outcome(paragraphs: tuple[Paragraph, ...], stated: dict[str, str]) -> str | None:
    """The sentence under "Inspection outcome" that says how the partnership's arrangements work."""
    for one in paragraphs:
        if one.heading and "outcome" in one.heading[-1].lower() and one.kind == "prose" and _OUTCOME.search(one.text):
            stated["outcome"] = one.id
            match = re.match(r".+?[.!?](?=\s|$)", one.text)
            return match.group() if match else one.text
    return None


def _framework(kind: ReportKind | None, areas: set[str], year: int | None) -> str | None:
    """The framework's name and version, told by the kind, the graded areas and the year of inspection."""
    if kind == "ILACS":
        version = 2026 if areas and "overall" not in areas else 2023 if "care_leavers" in areas else 2018
        return f"ILACS {version}"
    if kind == "area SEND" and year is not None:
        return f"Area SEND {2023 if year >= 2023 else 2016}"
    return _FRAMEWORKS.get(kind) if kind else None
