"""Which Improvement of today's reports is the one that somebody added something to, perhaps of an older file.

First by its id. Else by the same council, the same inspection (kind and last day) and the same exact words, as a newer
file of a report has them too. What matches nothing stays as it was kept, and is marked as no longer in the library.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sql

from assistant.improvements import rows
from assistant.improvements.improvement import Improvement
from assistant.improvements.tracked import Change, Tracked, inspection, same_words, words_of
from corpus.library import Library
from corpus.report import Paragraph, Report

Held = Callable[[str, str], tuple[Report, Sequence[Paragraph]] | None]
"""The Report and the Paragraphs that the library holds of a council's inspection, None where it holds none."""


def held_by(library: Library) -> Held:
    """What a library holds."""

    def held(council: str, wanted: str) -> tuple[Report, Sequence[Paragraph]] | None:
        of_council = (report for report in library.reports if rows.council_of(report) == council)
        found = next((report for report in of_council if inspection(report) == wanted), None)
        return (found, library.paragraphs(found.id)) if found else None

    return held


def match(
    kept: "Sequence[sql.Row[Any]]",
    improvements: Sequence[Improvement],
    changes: Mapping[str, Sequence[Change]],
    held: Held,
) -> tuple[Tracked, ...]:
    """The Improvements with their changes, and behind them what was kept and is none of them."""
    rest = {row.key: row for row in kept}
    by_id = {each.id: rest.pop(each.id) for each in improvements if each.id in rest}
    found = []
    for each in improvements:
        row = by_id.get(each.id) or _same(each, rest)
        if row is not None:
            rest.pop(row.key, None)
        key = row.key if row is not None else each.id
        found.append(Tracked(key, each, changes=tuple(changes.get(key, ()))))
    return (*found, *(_kept(row, tuple(changes.get(row.key, ())), held) for row in rest.values()))


def _same(improvement: Improvement, rest: "Mapping[str, sql.Row[Any]]") -> "sql.Row[Any] | None":
    """The row of the same inspection and the same words."""
    wanted = (inspection(improvement.report), rows.hash_words(words_of(improvement)))
    return next((row for row in rest.values() if (row.inspection, row.words) == wanted), None)


def _kept(row: "sql.Row[Any]", changes: tuple[Change, ...], held: Held) -> Tracked:
    """What stands in no list: a criticism in the body that a report still has, or what no report says any longer."""
    was = rows.read_improvement(row)
    there = held(row.council, row.inspection)
    if there is not None:
        report, paragraphs = there
        by_words = {same_words(each.text): each for each in reversed(paragraphs)}
        found = [by_words.get(same_words(each.text)) for each in (was.paragraph, *was.parts)]
        if all(found):
            first, *parts = (each for each in found if each)
            same = replace(was, report=report, paragraph=first, parts=tuple(parts))
            return Tracked(row.key, same, changes=changes)
    return Tracked(row.key, was, is_held=False, changes=changes)
