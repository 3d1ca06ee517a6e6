"""What inspectors asked for: each list of recommendations or areas for improvement, with its items in order."""

import re
from collections.abc import Iterator

from corpus.report import ImprovementList, ListKind, Paragraph
from ingest import headings

_HEADINGS: tuple[tuple[str, ListKind], ...] = (
    (r"priority (?:and immediate )?actions?|areas? for priority action|immediate action", "areas for priority action"),
    (r"^recommendations?\b|\brecommendations?$", "recommendations"),
    (r"areas? for improvement|needs? to improve|need(?:s)? to be improved", "areas for improvement"),
)
_LEADS_IN = re.compile(r"\b(?:the following (?:actions?|steps|areas)|as follows)\s*[.:]?$", re.IGNORECASE)
"""How a paragraph ends that only leads in what is asked for under headings below it."""
_NAMED = re.compile(r"\bpara(?:graph)?s?\.?\s+((?:\d{1,3}(?:\s*(?:,|and|to|&|–|-)\s*)*)+)", re.IGNORECASE)


def find(paragraphs: tuple[Paragraph, ...]) -> tuple[ImprovementList, ...]:
    """The lists in the report's order.

    A list within a list ("Priority action" under "What needs to improve?") stands as its own, and the outer one keeps
    the items that are under no inner one.
    """
    found: dict[tuple[str, ...], list[Paragraph]] = {}
    for paragraph in paragraphs:
        path = _list_path(paragraph.heading)
        if path and _is_item(paragraph):
            found.setdefault(path, []).append(paragraph)
    lists = []
    introducing = {paragraph.introduced_by for paragraph in paragraphs}
    for path, items in found.items():
        kind = _list_kind(path[-1])
        chosen = [item for item in _chosen(items) if item.id in introducing or not _LEADS_IN.search(item.text)]
        if kind is not None and chosen:
            lists.append(
                ImprovementList(
                    kind,
                    path[-1],
                    tuple(item.id for item in chosen),
                    {item.id: ids for item in chosen if (ids := _evidence(item, paragraphs))},
                )
            )
    return tuple(lists)


def _list_kind(heading: str) -> ListKind | None:
    """The kind of list that a heading opens, or None: headings of lists are short."""
    if len(heading.split()) > 14:
        return None
    return next((kind for pattern, kind in _HEADINGS if re.search(pattern, heading, re.IGNORECASE)), None)


def _list_path(path: tuple[str, ...]) -> tuple[str, ...]:
    """The heading path down to the innermost heading that opens a list; empty outside lists, contents and annexes."""
    if headings.is_annex(path):
        return ()
    return next((path[:depth] for depth in range(len(path), 0, -1) if _list_kind(path[depth - 1])), ())


def _is_item(paragraph: Paragraph) -> bool:
    if paragraph.kind == "table":
        return not re.match(r"responsible body|area", paragraph.text, re.IGNORECASE) or len(paragraph.text.split()) > 12
    return paragraph.kind in ("numbered", "bullet", "prose")


def _chosen(items: list[Paragraph]) -> list[Paragraph]:
    """The items proper: rows, else what is numbered or bulleted, else the prose paragraphs; without sub-bullets."""
    ids = {item.id for item in items if item.kind != "prose"}
    rows = [item for item in items if item.kind == "table"]
    if rows:
        return [row for row in rows if row.introduced_by not in ids]
    prose = [item for item in items if item.kind == "prose" and len(item.text.split()) > 5]
    if any(not item.text.endswith(":") and " should " in item.text for item in prose):
        return prose
    return [item for item in items if item.kind in ("bullet", "numbered") and item.introduced_by not in ids]


def _evidence(item: Paragraph, paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """The ids of the Paragraphs whose numbers an item names: the next one of that number, for numbering restarts."""
    ids = []
    for number in named_numbers(item.text):
        same = [one for one in paragraphs if one.number == str(number) and one.kind == "numbered" and one.id != item.id]
        after = [one for one in same if one.position > item.position]
        if same:
            ids.append((after or same[::-1])[0].id)
    return tuple(ids)


def named_numbers(text: str) -> Iterator[int]:
    """The numbers that "(paragraphs 18, 28 and 30 to 32)" names."""
    for match in _NAMED.finditer(text):
        last = None
        for part in re.finditer(r"(to|–|-)?\s*(\d{1,3})", match.group(1)):
            number = int(part.group(2))
            if part.group(1) and last is not None and last < number < last + 50:
                yield from range(last + 1, number)
            yield number
            last = number
