"""A council's services as a whole: the newest overall grade, and how that report sums up what it found."""

import re
from collections.abc import Sequence

from assistant.citations import Draft
from assistant.grades import find_area_grades, find_grades
from assistant.periods import order
from assistant.question import Question
from assistant.sorts import asks_of_the_whole
from assistant.telling import telling_words
from corpus.library import Library
from corpus.report import Paragraph, Report
from corpus.sentences import split_sentences

_GENERAL = frozenset(
    """find found like overview summary summarise summarize key main message messages finding findings happened well
    look looking report reports inspection compare compared comparing comparison""".split()
)
"""What asks how all is, and names nothing that could be searched for."""
_SUMMARY = re.compile(r"^(?:executive )?summary\b(?!.*\b(?:for children|young people)\b)", re.IGNORECASE)
_ANY_REPORT = re.compile(
    r"\b(?:Ofsted|inspectors)[’']s? expectation\b|\bjudgements? (?:on|that|about)\b", re.IGNORECASE
)
"""What stands in every report of a framework, or only leads to the grades."""
_SENTENCES = 4


def asks_for_overview(topic: str) -> bool:
    """True if nothing but how all is is asked: "how good are children's services?"; `topic` is without the council."""
    rest = " ".join(word for word in topic.split() if word.strip("?,.!").lower() not in _GENERAL)
    return asks_of_the_whole(rest) and bool(
        telling_words(topic) or re.search(r"\b(?:how|what|about)\b", topic, re.IGNORECASE)
    )


def find_overview(question: Question, reports: Sequence[Report], library: Library) -> list[Draft]:
    """The newest overall grade of these reports, the grades that differ, and how the summary's paragraphs begin.

    Nothing where none has a grade. A report on children's services comes before a later one on area SEND.
    """
    graded = [report for report in order(reports) if report.judgements or report.outcome]
    newest = next((report for report in reversed(graded) if report.judgements), graded[-1] if graded else None)
    if newest is None:
        return []
    grades = find_grades(question, [newest], library)[:1]
    overall = newest.grade("overall")
    apart = tuple(each.area for each in newest.judgements if each.area != "overall" and each.grade != overall)
    grades += find_area_grades(apart, newest, library)
    return grades + sum_up(newest, library)[:_SENTENCES]


def sum_up(report: Report, library: Library) -> list[Draft]:
    """How the paragraphs of a report's summary begin."""
    return [Draft(split_sentences(each.text)[0], (each,)) for each in _summary(report, library)]


def _summary(report: Report, library: Library) -> list[Paragraph]:
    """The paragraphs under the heading of a summary; else those that follow the grades, up to the next heading."""
    paragraphs = library.paragraphs(report.id)
    under = [each for each in paragraphs if each.heading and _SUMMARY.search(each.heading[-1])]
    last = max((at for at, each in enumerate(paragraphs) if each.kind == "judgement"), default=len(paragraphs))
    after = paragraphs[last + 1 :]
    end = next((at for at, each in enumerate(after) if each.kind == "heading"), len(after))
    found = [each for each in under or after[:end] if each.kind in ("prose", "numbered", "bullet")]
    return [each for each in found if not _ANY_REPORT.search(each.text)]
