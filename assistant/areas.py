"""A whole area of a report: its grade and what its section says, where nothing smaller is asked about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.confidence import LEAST_BESIDE
from assistant.grades import find_area_grades
from assistant.periods import order
from assistant.question import Question
from assistant.search import Group, Searcher
from assistant.sorts import find_areas
from assistant.telling import telling_words
from corpus.chunk import Passage
from corpus.library import Library
from corpus.report import Area, Report

_WHOLE = re.compile(
    r"\b(?:care leavers|young people (?:who are )?leaving care|(?:children|young people) (?:who are )?in care|"
    r"looked[- ]after children|children (?:who are )?looked after|leader(?:s|ship)|"
    r"(?:children (?:who are )?(?:in need of|who need) )?help and protection|adoption)\b",
    re.IGNORECASE,
)
"""How a question names a whole area, and not a smaller matter in it such as fostering."""
_GENERAL = frozenset(
    """find found think thought work works working service services quality experience experiences progress
    support supported supports look looked looking judge judged area view views do does doing perform performing
    performance well treat treated compare compared comparing comparison differ different better worse best worst
    care cared generally overall management governance impact""".split()
)
"""What asks how an area is and names nothing within it."""
_LOOKED_AT = 40  # chunks of a report, by meaning and by words: more than any area's section has
_SENTENCES = 5
_NEAR = 4.0  # how much less relevant (a logit) than the section's best paragraph its others may be


def asks_of_the_area(topic: str) -> bool:
    """True if nothing but a graded area is asked about: "how well are care leavers supported?"."""
    rest = _WHOLE.sub(" ", topic)
    return rest != topic and all(word in _GENERAL for word in telling_words(rest))


def find_area(question: Question, reports: Sequence[Report], searcher: Searcher) -> Group | None:
    """What the newest of these reports that has a section on the question's area says there, after its grade."""
    for report in reversed(order(reports)):
        found = searcher.find(question, [report.id], _LOOKED_AT)
        section = tuple(each for each in found if _is_within(each, question.areas, searcher.library))
        if section:
            grades = tuple(find_area_grades(question.areas, report, searcher.library)[:1])
            return Group(_opening_first(section), limit=_SENTENCES, margin=_NEAR, drafts=grades, least=LEAST_BESIDE)
    return None


def _opening_first(section: Sequence[Passage]) -> tuple[Passage, ...]:
    """The Passages with the one that opens the section first: inspectors sum up there."""
    opening = min(section, key=lambda passage: passage.chunk.position)
    best = max(passage.relevance or 0.0 for passage in section)
    return (replace(opening, relevance=best), *(passage for passage in section if passage is not opening))


def _is_within(passage: Passage, areas: Sequence[Area], library: Library) -> bool:
    """True if a Passage stands in the section of one of these areas."""
    paragraphs = (library.paragraph(id_) for id_ in passage.chunk.paragraph_ids)
    return any(set(find_areas(heading)) & set(areas) for each in paragraphs if each for heading in each.heading)
