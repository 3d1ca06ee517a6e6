"""The forms in which comparisons are printed as JSON, and in the terminal."""

from collections.abc import Iterator, Sequence

from assistant.citations import Citation
from assistant.comparing.graded import NAMES, Grades, whose
from assistant.comparing.grid import Grid, cell_text
from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from assistant.describe import name_report
from corpus.report import Paragraph, Report
from ui.commands.forms import Form, answer_form, citation_form


def source_form(report: Report, paragraph: Paragraph) -> Form:
    """Where a Paragraph stands, and its exact text."""
    form = citation_form(Citation(1, paragraph, report))
    return {name: value for name, value in form.items() if name != "number"}


def grades_form(grades: Grades) -> Form:
    """Grades by council and year."""
    return {
        "grades": [
            {**_about(each.report), "area": each.judgement.area, "grade": each.judgement.grade,
             "words": each.judgement.words, "graded_under": each.regime,
             "source": source_form(each.report, each.paragraph)}
            for each in grades.graded
        ],
        "not_comparable": list(grades.not_comparable),
    }  # fmt: skip


def theme_form(theme: Theme) -> Form:
    """A theme: the counts, what each report says, which are silent."""
    return {
        "theme": theme.words,
        "reports": len(theme.searched),
        "saying": len(theme.said),
        "tones": theme.counts,
        "said": [
            {**_about(each.report), "tone": each.tone, "paragraphs": each.count, "best": [
                {"tone": tone, **source_form(each.report, paragraph)}
                for paragraph, tone in zip(each.paragraphs, each.tones, strict=True)
            ]}
            for each in theme.said
        ],
        "silent": [_about(report) for report in theme.silent],
        "coverage": theme.coverage,
    }  # fmt: skip


def grid_form(grid: Grid) -> Form:
    """A grid: each cell as an answer."""
    return {
        "questions": list(grid.questions),
        "rows": [
            {**_about(report), "cells": [
                answer_form(answer) if (answer := grid.answers.get((report.id, asked))) else None
                for asked in grid.questions
            ]}
            for report in grid.reports
        ],
    }  # fmt: skip


def practice_form(practice: Practice) -> Form:
    """Examples of good practice."""
    return {
        "area": practice.area,
        "about": practice.about,
        "examples": [
            {**_about(each.report), "grade": each.judgement.grade, "later": each.newer.file if each.newer else None,
             "source": source_form(each.report, each.paragraph)}
            for each in practice.examples
        ],
        "coverage": practice.coverage,
    }  # fmt: skip


def write_grades(grades: Grades) -> str:
    """Grades for the terminal."""
    lines = [
        f"{name_report(each.report)}: {NAMES[each.judgement.area]}: {each.judgement.grade} "
        f"({_place(each.report, each.paragraph)})"
        for each in grades.graded
    ]
    return "\n".join([*lines, "", *grades.not_comparable]).strip() or "No grades fit these choices."


def write_theme(theme: Theme) -> str:
    """A theme for the terminal."""
    if not theme.said:
        none = f"None of {len(theme.searched)} reports says anything on “{theme.words}”: try another word."
        return f"{none}\n{theme.coverage}"
    counts = ", ".join(f"{count} {tone}" for tone, count in theme.counts.items() if count)
    lines = [
        f"{len(theme.said)} of {len(theme.searched)} reports say something on “{theme.words}”: {counts or 'none'}."
    ]
    for said in theme.said:
        lines += ["", f"{name_report(said.report)}: {said.tone}"]
        lines += _quoted(said.report, said.paragraphs)
    silent = "; ".join(map(name_report, theme.silent))
    return "\n".join([*lines, "", *([f"Nothing was found in: {silent}."] if silent else []), theme.coverage])


def write_grid(grid: Grid) -> str:
    """A grid for the terminal, a report after the other."""
    lines = []
    for report in grid.reports:
        lines += ["", name_report(report)]
        for asked in grid.questions:
            answer = grid.answers.get((report.id, asked))
            lines += [f"  {asked}", *(f"    {line}" for line in cell_text(answer).split("\n"))] if answer else []
            lines += (
                [f"    [{each.number}] {each.label}" for each in answer.citations] if answer and answer.claims else []
            )
    return "\n".join(lines).strip()


def write_practice(practice: Practice) -> str:
    """Examples of good practice for the terminal."""
    lines: list[str] = []
    for each in practice.examples:
        later = f"; there is a later report: {name_report(each.newer)}" if each.newer else ""
        lines += [f"{name_report(each.report)}: {NAMES[practice.area]} judged {each.judgement.grade}{later}"]
        lines += [*_quoted(each.report, [each.paragraph]), ""]
    return "\n".join([*(lines or ["No example was found.", ""]), practice.coverage])


def _quoted(report: Report, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield f"  “{' '.join(paragraph.text.split())}” ({_place(report, paragraph)})"


def _place(report: Report, paragraph: Paragraph) -> str:
    return Citation(1, paragraph, report).label


def _about(report: Report) -> Form:
    return {
        "report": report.file,
        "council": report.council or whose(report),
        "inspected": report.when.isoformat() if report.when else None,
        "kind": report.kind,
    }
