"""Question: what was asked, understood."""

from dataclasses import dataclass, field
from typing import Literal

from assistant.periods import When
from corpus.report import Area, ReportKind

Sort = Literal["fact", "list", "grade", "over time", "across councils", "definition", "beyond"]
"""The sort of answer wanted. "beyond" asks for what inspection reports never hold: money, plans, names, the future."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, understood: `text` as asked, `standalone` as it reads without the conversation.

    `councils` and `kind` are as the library names them; `years` are those named and `when` all that is said about time;
    `reports` the ids of the reports it is about, None for all; `topic` the words to search for, without council and
    date, and `wording` the whole of it, both as inspectors would write them. `missing` says in plain words what it
    names that the library does not hold ("a report on Wigan"), and `unanswered`, as a sentence, which part of it cannot
    be answered though the rest can. `carried` are the ids of the chunks that the turn before cites, for a follow-up.
    """

    text: str
    standalone: str
    sort: Sort = "fact"
    councils: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kind: ReportKind | None = None
    areas: tuple[Area, ...] = ()
    reports: tuple[str, ...] | None = None
    topic: str = ""
    wording: str = ""
    missing: str = ""
    unanswered: str = ""
    carried: tuple[str, ...] = ()
    when: When = field(default_factory=When)

    @property
    def about(self) -> str:
        """What it was understood to be about: "Stoke-on-Trent · 2019 · care leavers"."""
        times = self.when.words or tuple(map(str, self.years))
        parts = [" and ".join(self.councils), " and ".join(times), self.kind or ""]
        return " · ".join(part for part in [*parts, *(area.replace("_", " ") for area in self.areas)] if part)
