"""Tracked: what people add to an Improvement, with the history of every change that it is made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from assistant.improvements.fields import EMPTY, Action, Impact, is_action, is_impact, is_progress
from assistant.improvements.improvement import Improvement, Later, Progress
from corpus.report import Paragraph, Report


@dataclass(frozen=True, slots=True)
class Change:
    """One change: who made it, when (UTC), of which field, from what to what. `number` grows with every change.

    Fields are those of fields.Field, "decision <later inspection>", "link <id>", "file <id>" and "received".
    """

    number: int
    who: str
    when: datetime
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that something was done: a link or a file, who gave it and when (UTC). `words` is address or name."""

    id: str
    kind: Literal["link", "file"]
    words: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided that a later report says of an Improvement."""

    progress: Progress
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Tracked:
    """An Improvement and what was added to it.

    `key` names it for good. `is_held` is False where no report of the library says it any longer. `changes` are all
    that were ever made, oldest first; everything else is read from them, so that it cannot disagree.
    """

    key: str
    improvement: Improvement
    is_held: bool = True
    changes: tuple[Change, ...] = ()
    values: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", values_of(self.changes))

    @property
    def owner(self) -> str:
        """Who sees to it."""
        return self.value("owner")

    @property
    def due(self) -> date | None:
        """By when."""
        return date.fromisoformat(self.value("due")) if self.value("due") else None

    @property
    def action(self) -> Action:
        """How far the work has come."""
        found = self.value("action")
        return found if is_action(found) else "not begun"

    @property
    def impact(self) -> Impact:
        """What has come of it."""
        found = self.value("impact")
        return found if is_impact(found) else "none seen yet"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its links and files, in the order in which they were given."""
        given = {name: words for name, words in self.values.items() if words and name[:5] in ("link ", "file ")}
        return tuple(self._evidence(name, words) for name, words in given.items())

    @property
    def has_evidence(self) -> bool:
        """True if anything shows what was done: notes, a link or a file."""
        return bool(self.value("notes") or self.evidence)

    @property
    def version(self) -> int:
        """The number of the last change, 0 before any."""
        return self.changes[-1].number if self.changes else 0

    def value(self, name: str) -> str:
        """What a field says now."""
        return self.values.get(name, EMPTY.get(name, ""))

    def value_at(self, name: str, version: int) -> str:
        """What a field said right after the change of a number."""
        before = values_of(tuple(change for change in self.changes if change.number <= version))
        return before.get(name, EMPTY.get(name, ""))

    def decision(self, report: Report) -> Decision | None:
        """What was decided that a later report says, if anything was."""
        last = self.last_change(decision_field(report))
        if last is None or not is_progress(last.after):
            return None
        return Decision(last.after, last.who, last.when)

    def last_change(self, name: str) -> Change | None:
        """The last change of a field."""
        return next((change for change in reversed(self.changes) if change.field == name), None)

    @property
    def undecided(self) -> tuple[Later, ...]:
        """What later reports were proposed to say of it, as far as nobody has decided."""
        return tuple(later for later in self.improvement.later if self.decision(later.report) is None)

    def _evidence(self, name: str, words: str) -> Evidence:
        first = next(change for change in self.changes if change.field == name)
        return Evidence(name[5:], "link" if name.startswith("link ") else "file", words, first.who, first.when)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that a person wants: of which field, what it said when they looked, and what it is to say."""

    key: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """An Edit of what somebody else has changed meanwhile: what it says now, and by whose change."""

    edit: Edit
    now: str
    who: str
    when: datetime


def values_of(changes: tuple[Change, ...]) -> dict[str, str]:
    """What the fields say after these changes, in the order in which they were first written."""
    found: dict[str, str] = {}
    for change in changes:
        found[change.field] = change.after
    return found


def inspection(report: Report) -> str:
    """An inspection by kind and last day: "ILACS 2022-05-13". A newer file of the same report has the same."""
    return f"{report.kind or 'report'} {report.when.isoformat() if report.when else report.file}"


def decision_field(report: Report) -> str:
    """The field that holds what was decided of a later report."""
    return f"decision {inspection(report)}"


def words_of(improvement: Improvement) -> str:
    """The exact words of an Improvement: of a criticism in the body, its sentence."""
    return improvement.quote or improvement.text


def quoted(later: Later) -> tuple[tuple[Paragraph, str], ...]:
    """The Paragraphs of a later report, each with its exact sentences on the matter, or whole."""
    quotes = later.quotes or tuple(paragraph.text for paragraph in later.paragraphs)
    return tuple(zip(later.paragraphs, quotes, strict=True))


def same_words(words: str) -> str:
    """Words for comparing two files of one report: without their breaks and spaces, as those vary."""
    return re.sub(r"\s+", "", words)
