"""Grades: from a report's own words to the areas and the scale that all frameworks share."""

import re
from dataclasses import dataclass

from corpus.report import Area, Grade

GRADE = r"outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|inadequate|adequate"
"""A pattern of the grades in all their wordings."""

_ALONE = re.compile(rf"(?:grade\s*\d?\W*)?(?P<grade>{GRADE})(?:\W*grade\s*\d?)?\W*", re.IGNORECASE)
_STATED = re.compile(
    rf"(?P<label>.+?)\s*(?P<link>[:–-]|\b(?:is|are|it|they)\b|)\s*\b(?P<grade>{GRADE})\.?", re.IGNORECASE | re.DOTALL
)
_LINKS = re.compile(r"(?:[\s:–-]|\b(?:is|are|that|it|they)\b)+$", re.IGNORECASE)
_AREAS: tuple[tuple[str, Area], ...] = (
    (r"safeguarding\s+children\s+board|\blscb\b", "lscb"),
    (r"capacity\s+to\s+improve", "capacity_to_improve"),
    (r"\boverall\b", "overall"),
    (r"\badoption\b", "adoption"),
    (r"\bleader(?:s|ship)\b|\bgovernance\b", "leaders"),
    (r"quality\s+of\s+(?:provision|practice)", "quality_of_provision"),
    (r"^outcomes\b", "outcomes"),
    (r"help\s+and\s+protection|family\s+help", "help_and_protection"),
    (r"children\s+in\s+care|looked\s+after", "children_in_care"),
    (r"care\s+leavers", "care_leavers"),
    (r"children[’']s\s+services", "overall"),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """An area, its name and its grade in the report's words, and the grade on the common scale."""

    area: Area
    label: str
    words: str
    grade: Grade


def grade_in(text: str) -> Grade | None:
    """The grade that a text states and nothing else: "Requires improvement to be good", "Grade 3 (Adequate)"."""
    match = _ALONE.fullmatch(text.strip())
    return common(match["grade"]) if match else None


def area_of(label: str) -> Area | None:
    """The area that a label names, or None."""
    return next((area for pattern, area in _AREAS if re.search(pattern, label, re.IGNORECASE)), None)


def row(text: str) -> Stated | None:
    """What a table row of a label and a grade, set apart by a tab, states."""
    label, words = (" ".join(part.split()) for part in text.rpartition("\t")[::2])
    grade, area = grade_in(words), area_of(label)
    return Stated(area, label, words, grade) if grade and area else None


def sentence(text: str) -> Stated | None:
    """What a sentence or heading that ends in a grade states: "The experiences and progress of care leavers: good"."""
    match = _STATED.fullmatch(text.strip())
    if not match or len(match["label"].split()) > 30:
        return None
    area = area_of(match["label"])
    linked = match["link"] or match["grade"].lower().startswith("require")
    if area is None or not linked:
        return None
    return Stated(area, _LINKS.sub("", match["label"]), match["grade"], common(match["grade"]))


def common(words: str) -> Grade:
    """The grade on the common scale."""
    found = " ".join(words.lower().split())
    if found.startswith("require"):
        return "requires improvement"
    grades: tuple[Grade, ...] = ("outstanding", "good", "inadequate", "adequate")
    return next(grade for grade in grades if found == grade)
