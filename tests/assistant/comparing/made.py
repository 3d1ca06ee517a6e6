"""Invented reports of three councils in which a theme is praised, criticised, asked for, or not mentioned."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.chunk import Entry
from corpus.library import Library
from corpus.report import Area, Grade, ImprovementList, Judgement, ReportKind
from corpus.settings import Settings
from tests.builders import entry
from tests.fakes import WordBuckets

LANTERNS = "Social workers carry lanterns on the marsh at night."
"""Says nothing on any theme below."""


def judged(
    council: str,
    year: int,
    sentences: Sequence[str],
    *,
    heading: str = "The experiences and progress of care leavers",
    kind: ReportKind = "ILACS",
    asked_for: Sequence[int] = (),
    **grades: Grade,
) -> Entry:
    """A report of a council and year with grades; its sentences stand under one heading, some of them asked for."""
    made = entry(f"{council.lower()}-{year}.md", [*sentences, f"{council} kept a diary of {year}."], council)
    first = made.paragraphs[0].id
    wanted = tuple(made.paragraphs[at].id for at in asked_for)
    given: dict[str, Grade] = dict(grades)
    areas: dict[str, Area] = {"overall": "overall", "leaders": "leaders", "care_leavers": "care_leavers"}
    report = replace(
        made.report,
        kind=kind,
        inspected_from=date(year, 3, 1),
        inspected_to=date(year, 3, 12),
        published=date(year, 5, 4),
        judgements=tuple(Judgement(areas[name], name, grade, grade, first) for name, grade in given.items()),
        improvement_lists=(ImprovementList("areas for improvement", "What needs to improve", wanted),),
    )
    paragraphs = tuple(replace(each, kind="numbered", number=str(at), heading=(heading,))
                       for at, each in enumerate(made.paragraphs, start=1))  # fmt: skip
    return replace(made, report=report, paragraphs=paragraphs)


class WordReranker(Reranker):
    """Judges by the share of the question's words that a text has: from -5 for none to 5 for all."""

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question."""
        words = set(question.lower().split())
        return [10 * len(words & set(text.lower().replace(".", " ").split())) / len(words) - 5 for text in texts]


@contextmanager
def searching(folder: Path, *entries: Entry) -> Iterator[Searcher]:
    """What searches a library of these reports."""
    with Library(Settings(data=folder), WordBuckets()) as library:
        for each in entries:
            library.add(each)
        yield Searcher(library, WordReranker())
