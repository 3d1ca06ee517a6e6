"""Everything that a report's lists ask for, complete and in the report's order, as Improvements."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.improvements.body import of_board
from assistant.improvements.improvement import Improvement
from assistant.sorts import find_areas
from corpus.library import Library
from corpus.report import Area, Paragraph, Report

_ID = 20  # hex digits: of a million Improvements no two will share them

_WORDS: tuple[tuple[Area, re.Pattern[str]], ...] = (
    (
        "help_and_protection",
        re.compile(
            r"\bchild(?:ren)? (?:protection|in need|missing)|\bearly help\b|\bstrategy (?:discussion|meeting)"
            r"|\bMASH\b"
            r"|\bfront door\b|\bMARAC\b|\breferrals?\b|\bthresholds?\b|\bdomestic abuse\b|\bprivate(?:ly)? foster"
            r"|\bpre-proceedings\b|\bPLO\b|\bhomeless|\bdesignated officer\b|\bexploitation\b"
            r"|\breturn (?:home )?interviews?"
            r"|\belective home education\b|\b(?:section|s) ?47\b|\bunborn\b",
            re.IGNORECASE,
        ),
    ),
    ("care_leavers", re.compile(r"\bpathway plan|\bpersonal advis|\bstaying put\b", re.IGNORECASE)),
    (
        "children_in_care",
        re.compile(
            r"\bpermanen(?:ce|cy)\b|\bplacements?\b|\blife[- ]story\b|\bindependent visitor|\bpersonal education plan"
            r"|\bvirtual school\b|\bspecial guardian|\bresidential care\b|\bsufficiency\b"
            r"|\bindependent reviewing officer",
            re.IGNORECASE,
        ),
    ),
    (
        "leaders",
        re.compile(
            r"\bsupervision\b|\bmanagement (?:oversight|information)\b|\boversight\b|\bcase ?loads?\b|\bworkloads?\b"
            r"|\bworkforce\b|\bstaffing\b|\brecruit|\bquality assurance\b|\baudit|\bperformance (?:management"
            r"|data|inform)"
            r"|\bcorporate parent|\bscrutiny\b|\bgovernance\b|\bsenior (?:managers|leaders)\b|\bstrategic\b",
            re.IGNORECASE,
        ),
    ),
)
"""What the matters that an area's section of a report is about are called, where the area itself is not named."""

_OVERSIGHT = re.compile(r"\b(?:management )?oversight\b", re.IGNORECASE)
"""What is asked for in every area: oversight of an area's matter is of that area."""


def listed(report: Report, library: Library) -> tuple[Improvement, ...]:
    """An Improvement for each item of the report's lists, in the report's order, sub-bullets as its parts."""
    paragraphs = library.paragraphs(report.id)
    lists = {id_: found for found in report.improvement_lists for id_ in found.paragraph_ids}
    parts = _find_parts(paragraphs, lists)
    items = [paragraph for paragraph in paragraphs if paragraph.id in lists]
    wholes = ["\n".join(part.text for part in (item, *parts[item.id])) for item in items]
    return tuple(
        Improvement(
            id=id_,
            report=report,
            paragraph=item,
            position=position,
            list_kind=lists[item.id].kind,
            heading=lists[item.id].heading.rstrip(":"),
            parts=parts[item.id],
            area=find_area(report, item.heading, whole),
        )
        for position, (item, whole, id_) in enumerate(
            zip(items, wholes, identify(report, wholes), strict=True), start=1
        )
    )


def identify(report: Report, texts: Sequence[str]) -> Iterator[str]:
    """An id for each text of a report, which stays when the report is ingested again under other bytes.

    It is made of the council, the kind and last day of the inspection, the text's letters and digits in lower case,
    and how often the same text stood before.
    """
    about = [report.council or report.title, report.kind or "", report.when.isoformat() if report.when else ""]
    seen: Counter[str] = Counter()
    for text in texts:
        words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
        told = "|".join([*about, words, str(seen[words])])
        seen[words] += 1
        yield hashlib.sha256(told.encode()).hexdigest()[:_ID]


def find_area(report: Report, heading: Sequence[str], text: str) -> Area | None:
    """The graded area that something asked for belongs to, by its headings, else its words; None unless that is sure.

    Words are sure where all that name an area, or a matter of one, name the same.
    """
    if report.kind == "area SEND":
        return None
    if of_board(heading):
        return "lscb"
    for said in reversed(heading):
        found = set(find_areas(said))
        if "children_in_care" in found and found <= {"children_in_care", "care_leavers", "leaders"}:
            return "children_in_care"
        if narrow := sorted(found - {"leaders"}):
            return narrow[0]
        if found:
            return "leaders"
    named = _named(text)
    if len(named) > 1 and "leaders" not in _named(_OVERSIGHT.sub(" ", text)):
        named -= {"leaders"}
    return named.pop() if len(named) == 1 else None


def _named(text: str) -> set[Area]:
    return {area for area, pattern in _WORDS if pattern.search(text)} | set(find_areas(text))


def _find_parts(paragraphs: Sequence[Paragraph], items: Mapping[str, object]) -> dict[str, tuple[Paragraph, ...]]:
    """The Paragraphs that each item introduces, and those that these introduce, in order."""
    parts: dict[str, list[Paragraph]] = {id_: [] for id_ in items}
    owner = {id_: id_ for id_ in items}
    for paragraph in paragraphs:
        above = owner.get(paragraph.introduced_by or "")
        if above and paragraph.id not in items:
            owner[paragraph.id] = above
            parts[above].append(paragraph)
    return {id_: tuple(found) for id_, found in parts.items()}
