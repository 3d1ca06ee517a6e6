"""A Briefing as it is written down, and read again: JSON that holds all that is shown, each report once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from assistant.briefings.briefing import Briefing, Item
from corpus.errors import LibraryProblem
from corpus.report import Report


@dataclass(frozen=True, slots=True)
class _Written:
    """A Briefing whose Items have no Reports; by the id of an Item the ids of its Reports, and those once each."""

    briefing: Briefing
    cited: Mapping[str, tuple[str, ...]]
    reports: Mapping[str, Report]


_WRITTEN = TypeAdapter(_Written)


def write_briefing(briefing: Briefing) -> str:
    """A Briefing as JSON. Half a character, which no database takes, becomes a question mark."""
    cited = {item.id: tuple(report.id for report in item.reports) for item in briefing.items}
    written = _Written(_with_reports(briefing, {}), cited, {report.id: report for report in briefing.reports})
    text = json.dumps(_WRITTEN.dump_python(written, mode="json"), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")


def read_briefing(written: str) -> Briefing:
    """The Briefing of a JSON. Raises LibraryProblem for one that another version of the assistant wrote."""
    try:
        found = _WRITTEN.validate_json(written)
        reports = {item: tuple(found.reports[each] for each in ids) for item, ids in found.cited.items()}
    except (ValidationError, KeyError) as error:
        raise LibraryProblem(
            "This briefing was kept by another version of the assistant and cannot be read here: make a new one."
        ) from error
    return _with_reports(found.briefing, reports)


def _with_reports(briefing: Briefing, reports: Mapping[str, tuple[Report, ...]]) -> Briefing:
    def change(item: Item) -> Item:
        return replace(item, reports=reports.get(item.id, ()))

    sections = (replace(each, items=tuple(map(change, each.items))) for each in briefing.sections)
    return replace(briefing, sections=tuple(sections))
