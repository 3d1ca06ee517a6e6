"""Judgements: every graded area of a report, the front page first, checked against the section headings."""

from collections.abc import Iterable

from corpus.report import Judgement, Paragraph
from ingest import grades
from ingest.grades import Stated


def find(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Judgement, ...], tuple[str, ...]]:
    """The Judgements in the order in which they are first stated, and a note for each that is stated differently later.

    The first statement decides: it is the front page's, where there is one.
    """
    found: dict[str, Judgement] = {}
    notes: list[str] = []
    for paragraph, stated in _statements(paragraphs):
        judgement = Judgement(stated.area, stated.label, stated.words, stated.grade, paragraph.id)
        first = found.setdefault(stated.area, judgement)
        if first.grade != stated.grade:
            notes.append(
                f"“{first.label}” is graded “{first.words}” where it is first stated, "
                f"but page {paragraph.page} says “{stated.words}”."
            )
    return tuple(found.values()), tuple(dict.fromkeys(notes))


def _statements(paragraphs: tuple[Paragraph, ...]) -> Iterable[tuple[Paragraph, Stated]]:
    """Each Paragraph that states a grade as the report's own: rows, headings and the front page's sentences."""
    for paragraph in paragraphs:
        if paragraph.kind == "judgement" and "\t" in paragraph.text:
            stated = grades.row(paragraph.text)
        elif paragraph.kind in ("heading", "judgement"):
            stated = grades.sentence(paragraph.text) or _under_heading(paragraph)
        elif paragraph.kind == "prose" and paragraph.page == 1 and len(paragraph.text.split()) < 25:
            stated = grades.sentence(paragraph.text)
        else:
            stated = None
        if stated is not None:
            yield paragraph, stated


def _under_heading(paragraph: Paragraph) -> Stated | None:
    """A grade alone under the heading that names its area: "Capacity to improve", "Grade 3 (Adequate)"."""
    grade = grades.grade_in(paragraph.text)
    if grade is None or not paragraph.heading:
        return None
    area = grades.area_of(paragraph.heading[-1])
    return Stated(area, paragraph.heading[-1], paragraph.text, grade) if area else None
