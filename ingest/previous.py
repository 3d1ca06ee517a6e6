"""The inspections before a report's own: when they were and how they were graded, where the report says so. Pure."""

import re
from collections.abc import Iterable, Iterator

from corpus.report import Area, Paragraph, PreviousInspection
from ingest import grades, headings

_MONTH = (
    r"(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) )?"
    r"20\d\d"
)
_FACT = re.compile(r"dates? of (?:the )?(?:previous|last) inspections?:?\s*(?P<when>\S.*)", re.IGNORECASE)
_FORMAL = re.compile(r"the (?:previous|last) (?:single |full )?inspection\b", re.IGNORECASE)
"""How the bullets of "Previous Ofsted inspections" begin, in reports of 2013 to 2018."""

_TOLD = re.compile(
    rf"(?:\bthe (?:previous|last)|\bsince the(?: previous| last)?)(?:\s[\w’']+){{0,4}}?\s(?:inspection"
    rf"(?P<of>(?: report)? (?:of|for)\b[^.;]*?)?|(?P<year>20\d\d)(?: \w+)? inspection\b)(?(year)|,?(?: was)?"
    rf"(?P<when>(?: published)? in (?:in )?{_MONTH}\b))(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
"""A sentence that dates one earlier inspection: "since the last inspection in 2018, when they were judged good"."""

_DATED = re.compile(
    rf"\b(?:services|authority|council)\b(?P<rest>[^.;]*?\bjudged\b[^.;]*?\b(?:{grades.GRADE}) in "
    rf"(?:20\d\d,? (?:and )?)*(?P<when>{_MONTH}))\b",
    re.IGNORECASE,
)
"""The same the other way round: "services were judged good in 2019"."""

_GRADED = re.compile(
    rf"(?P<of>[^,;:.]*?)\b(?:judged|found|graded|rated|authority (?:was|is))\b(?:\s[\w’']+){{0,6}}?\s"
    rf"(?P<grade>{grades.GRADE})\b(?P<for>\s(?:overall|for|in respect of|in relation to)\b[^;:.]*?"
    r"(?=,? (?:while|but)\b|[;:.]|$))?",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\bvisits?\b|\bSEND\b|\bjoint\b|\bhomes?\b|\bschools?\b|\bagency\b", re.IGNORECASE)
"""What other inspections are of."""

_SAFETY = re.compile(r"safeguarding arrangements|protection", re.IGNORECASE)
_CARE = re.compile(r"looked after|in care\b|care leavers", re.IGNORECASE)
_LAST_PAGE = 6  # the local authority's account of itself stands on pages 3 to 6; later pages tell of single services
_LONGEST = 4_000  # characters: no paragraph of a report has more, and patterns take long over an endless one
_LIST = 6  # Paragraphs: as many grades follow "The judgements for the local authority were:"


def find(front: tuple[Paragraph, ...], paragraphs: tuple[Paragraph, ...]) -> tuple[PreviousInspection, ...]:
    """The previous inspections that a report names: one, or one for each area where two areas were inspected apart.

    A line of the front page decides, then the report's list of earlier inspections, then the first sentence that says
    a grade, then the first that gives only a date.
    """
    stated = [
        PreviousInspection(match["when"], "overall", None, None, (one.id,))
        for one in front
        if (match := _FACT.match(one.text))
    ]
    if stated:
        return tuple(stated[:1])
    early = [one for one in paragraphs if one.page <= _LAST_PAGE and one.kind in ("prose", "bullet")]
    early = [one for one in early if not headings.is_annex(one.heading) and len(one.text) < _LONGEST]
    told = [(one, list(_told(one, paragraphs))) for one in early]
    formal = [found for one, some in told if _FORMAL.match(one.text) for found in some]
    others = [found for _, some in told for found in some]
    graded = [found for found in others if found.grade]
    return _chosen(formal or graded[:1] or others[:1], others)


def _chosen(found: list[PreviousInspection], others: Iterable[PreviousInspection]) -> tuple[PreviousInspection, ...]:
    """The overall grade alone where there is one, else the first of each area, all of them stated in one go."""
    overall = [one for one in found if one.area == "overall" and one.grade]
    if overall:
        return (overall[0],)
    if len(found) == 1:
        found = [one for one in others if one.paragraph_ids == found[0].paragraph_ids]
    first: dict[Area, PreviousInspection] = {}
    for one in found:
        first.setdefault(one.area, one)
    return tuple(first.values())


def _told(paragraph: Paragraph, paragraphs: tuple[Paragraph, ...]) -> Iterator[PreviousInspection]:
    """What one Paragraph tells of earlier inspections."""
    match = _TOLD.search(paragraph.text) or _DATED.search(paragraph.text)
    if match is None or _OTHER.search(match.group().removesuffix(match["rest"])):
        return
    fields = match.groupdict()
    when = fields.get("year") or re.sub(r"\bin (?:in )?", "", fields["when"]).strip()
    inspected = _area(fields.get("of") or "") or "overall"
    rest = paragraph.text[match.start("rest") :] if _FORMAL.match(paragraph.text) else match["rest"]
    grade = None
    for grade in _GRADED.finditer(rest):
        area = _area(f"{grade['of']} {grade['for'] or ''}") or inspected
        yield PreviousInspection(when, area, grade["grade"], grades.common(grade["grade"]), (paragraph.id,))
    if grade is None:
        yield _listed(paragraph, paragraphs, when) or PreviousInspection(when, inspected, None, None, (paragraph.id,))


def _area(text: str) -> Area | None:
    """The area that a text names, or None; "overall" where it names children's safety and their care alike."""
    safety, care = _SAFETY.search(text), _CARE.search(text)
    if "overall" in text.lower() or (safety and care):
        return "overall"
    return "help_and_protection" if safety else "children_in_care" if care else grades.area_of(text)


def _listed(paragraph: Paragraph, paragraphs: tuple[Paragraph, ...], when: str) -> PreviousInspection | None:
    """The overall grade in the list that a Paragraph introduces: "The judgements for the local authority were:"."""
    if not paragraph.text.endswith(":"):
        return None
    for one in paragraphs[paragraph.position + 1 : paragraph.position + 1 + _LIST]:
        stated = grades.sentence(one.text)
        if stated is not None and stated.area == "overall":
            return PreviousInspection(when, "overall", stated.words, stated.grade, (paragraph.id, one.id))
    return None
