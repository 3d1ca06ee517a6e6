"""Answers from the facts: grades, outcomes and dates, each with the Paragraph that states it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.citations import Draft
from assistant.describe import AREA_NAMES, name_dates, name_report
from assistant.question import Question
from assistant.sorts import asks_why, find_areas
from corpus.library import Library
from corpus.report import Area, Grade, Judgement, Paragraph, Report

_EVERY_AREA = re.compile(
    r"\b(?:parts?|areas?|anything|nothing|all (?:the|its|of)|which|everything|every (?:single )?\w+)\b"
    r"(?! (?:councils?|inspections?|came))",
    re.IGNORECASE,
)
_PEOPLE = ("care_leavers", "children_in_care")  # areas that are named by whom they are about
_FEW = 2  # judgements; so few are shown with the sentence in the report that says the same
_ALL = re.compile(r"\b(?:everything|all (?:the|its|of)|every (?:single )?\w+)\b", re.IGNORECASE)
_FAILED = re.compile(r"\b(?:fail(?:ed|s)?|flunk(?:ed)?)\b", re.IGNORECASE)
_LOST = re.compile(r"\b(?:costs?|lost|lose|losing|dropp?(?:ed)?|f[ae]ll(?:en)?|slip(?:ped)?)\b", re.IGNORECASE)
_OVERALL = re.compile(r"\boverall\b", re.IGNORECASE)
_GRADES: tuple[Grade, ...] = ("outstanding", "requires improvement", "inadequate", "adequate", "good")
_AREA_WORDS: dict[Area, str] = {
    "leaders": r"\b(?:leader\w*|management)\b",
    "help_and_protection": r"\bhelp and protection\b",
    "children_in_care": r"\b(?:children in care|looked after)\b",
    "care_leavers": r"\bcare leavers\b",
    "adoption": r"\badoption\b",
    "lscb": r"\b(?:LSCB|safeguarding children board)\b",
}
"""How reports name an area where they say its grade in a sentence."""
_WHOLE = r"(?<!when )(?:overall (?:effectiveness|judgement)\b[^.]{0,60}|children['’]s services(?: in [^.,;:]{3,40})?) ?"
"""How reports name all of a council's services where they say its grade in a sentence, and not some of them."""
_BEFORE = re.compile(r"\b(?:previous|last|earlier)\b", re.IGNORECASE)
_WAS = re.compile(
    r"\b(?:was|were|been|ever|got|did|had|have)\b(?!.*\b(?:now|currently|latest|last|newest)\b)", re.IGNORECASE
)
_NOT_GRADE = re.compile(
    r"\b(?:wasn['’]?t|not|isn['’]?t|weren['’]?t|below|less than|other than)\b.*\bgood\b", re.IGNORECASE
)


def find_grades(question: Question, reports: Sequence[Report], library: Library) -> list[Draft]:
    """A sentence for each Judgement that the question asks for, oldest report first, or each outcome."""
    drafts = []
    for report in reports:
        stated = library.paragraph(report.stated.get("outcome", ""))
        if report.outcome and stated and not report.judgements and not question.areas:
            drafts.append(Draft(f"{name_report(report)}: “{report.outcome}”", (stated,)))
    return drafts + _sentences([(report, each) for report in reports for each in _wanted(question, report)], library)


def find_grades_among(
    question: Question, reports: Sequence[Report], newest: Sequence[Report], library: Library
) -> list[Draft]:
    """Which councils' inspections were given the grade that a question names, the newest first; every grade where none.

    Of any inspection where it asks what was, of the newest of each council where it asks what is.
    """
    of_area = replace(question, areas=question.areas or ("overall",))
    named: tuple[Grade, ...] = named_grades(question.standalone)
    if _NOT_GRADE.search(question.standalone):
        named = tuple(grade for grade in _GRADES if grade not in ("good", "outstanding"))
    chosen = reports if named and _WAS.search(question.standalone) else newest
    kept = [each for each in chosen if not named or each.grade(of_area.areas[0]) in named]
    return find_grades(of_area, kept[::-1], library)


def find_area_grades(areas: Sequence[Area], report: Report, library: Library) -> list[Draft]:
    """A sentence for each of these areas that a report judges."""
    return _sentences([(report, each) for each in report.judgements if _covers(each, areas)], library)


def correct_premise(question: Question, reports: Sequence[Report], library: Library) -> Draft | None:
    """What was judged, where a question takes another grade for granted: "Why was adoption judged inadequate?"."""
    taken = named_grades(question.standalone) or (("inadequate",) if _FAILED.search(question.standalone) else ())
    if len(reports) != 1 or len(taken) != 1 or not asks_why(question.standalone):
        return None
    areas = question.areas or ("overall",)
    judged = next((each for each in reports[0].judgements if _covers(each, areas)), None)
    if judged is None or judged.grade is None:
        return None
    said = _sentences([(reports[0], judged)], library)
    if judged.grade in taken:  # "What cost it its outstanding rating?" of one that kept it
        return said[0] if said and _LOST.search(question.standalone) else None
    return replace(said[0], text=f"{said[0].text.removesuffix('.')}, not {taken[0]}.") if said else None


def _sentences(wanted: Sequence[tuple[Report, Judgement]], library: Library) -> list[Draft]:
    drafts = []
    few = len(wanted) <= _FEW or len({report.id for report, _judgement in wanted}) == len(wanted)
    for report, judgement in wanted:
        paragraph = library.paragraph(judgement.paragraph_id)
        if paragraph:
            again = _said_again(report, judgement, library) if few else None
            drafts.append(Draft(_sentence(report, judgement), (paragraph, *([again] if again else []))))
    return drafts


def _said_again(report: Report, judgement: Judgement, library: Library) -> Paragraph | None:
    """The first other paragraph in which a report says this grade: in its summary, or as a section's heading."""
    if judgement.grade is None:
        return None
    grade = rf"{judgement.grade.replace('requires', 'requires?')}"
    whose = (
        _WHOLE
        if judgement.area == "overall"
        else rf"{_AREA_WORDS.get(judgement.area, re.escape(judgement.label))}[^.]*"
    )
    said = re.compile(rf"{whose}(?:\b(?:is|are|remain\w*|judged|found|to be)\b|:)\s*(?:it )?{grade}", re.IGNORECASE)
    return next(
        (
            paragraph
            for paragraph in library.paragraphs(report.id)
            if _may_say_again(paragraph, judgement) and said.search(paragraph.text)
        ),
        None,
    )


def _may_say_again(paragraph: Paragraph, judgement: Judgement) -> bool:
    """True if a Paragraph is another one than the Judgement's, and not about inspections before."""
    before = any(_BEFORE.search(heading) for heading in paragraph.heading)
    return paragraph.id != judgement.paragraph_id and paragraph.kind != "judgement" and not before


def find_dates(reports: Sequence[Report], library: Library) -> list[Draft]:
    """A sentence for each report on what kind of inspection it was and when, where the report states it."""
    drafts = []
    for report in reports:
        stating = [library.paragraph(report.stated[fact]) for fact in ("inspected", "kind") if fact in report.stated]
        paragraphs = tuple(dict.fromkeys(paragraph for paragraph in stating if paragraph))
        if paragraphs and name_dates(report):
            drafts.append(Draft(f"{name_report(report)}: inspected {name_dates(report)}.", paragraphs[:1]))
    return drafts


def named_grades(text: str) -> tuple[Grade, ...]:
    """The grades that a text names, on the common scale."""
    rest, found = text.lower(), []
    for grade in _GRADES:
        said = rf"\b{grade.replace('requires improvement', 'requires? improvement(?: to be good)?')}\b"
        if re.search(said, rest):
            found.append(grade)
            rest = re.sub(said, " ", rest)
    return tuple(found)


def _wanted(question: Question, report: Report) -> list[Judgement]:
    areas: set[Area] = set(question.areas)
    text = question.standalone
    every = _EVERY_AREA.search(text) is not None and not _OVERALL.fullmatch(text)
    wanted = [each for each in report.judgements if _covers(each, areas)]
    if not wanted or (_OVERALL.search(text) and "overall" not in areas):
        wanted = [each for each in report.judgements if each.area == "overall"] + wanted
    if every and not areas:
        named = () if _ALL.search(text) else named_grades(text)
        others = [each for each in report.judgements if each.area != "overall"]
        if _NOT_GRADE.search(text):
            others = [each for each in others if each.grade not in ("good", "outstanding")]
        elif named:
            others = [each for each in others if each.grade in named]
        elif _OVERALL.search(text):
            others = []
        wanted += others
    return wanted or list(report.judgements)


def _sentence(report: Report, judgement: Judgement) -> str:
    named = _named(judgement)
    area = " and ".join(AREA_NAMES[each] for each in named) if named else judgement.label
    verb = "were" if len(named) > 1 or judgement.area in _PEOPLE else "was"
    words = judgement.words.strip().rstrip(".").lower()
    when = f" ({name_dates(report)})" if name_dates(report) else ""
    return f"{name_report(report)}{when}: {area} {verb} judged “{words}”."


def _covers(judgement: Judgement, areas: Collection[Area]) -> bool:
    """True if a Judgement is of one of these areas, by itself or together with another."""
    return not set(areas).isdisjoint((judgement.area, *_named(judgement)))


def _named(judgement: Judgement) -> list[Area]:
    """The areas that a Judgement is of: children in care and care leavers are two, which some reports judge as one."""
    areas = {judgement.area, *find_areas(judgement.label)} if judgement.area in _PEOPLE else {judgement.area}
    return [area for area in AREA_NAMES if area in areas]
