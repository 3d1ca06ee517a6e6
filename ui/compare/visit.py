"""What one visit to the page Compare keeps: what is compared, what was found, the source that stands open."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from assistant.comparing.graded import Grades
from assistant.comparing.grid import Grid
from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from assistant.comparing.tones import Verdict
from ui.page.work import Work
from ui.source.visiting import Visiting

Part = Literal["grades", "theme", "grid", "practice"]
PARTS: dict[Part, str] = {
    "grades": "Grades",
    "theme": "A theme",
    "grid": "Questions to each report",
    "practice": "Good practice",
}

Wanted = tuple[tuple[str, tuple[str, ...]], ...]
"""What the page's address says, but for the part: names with their values."""


@dataclass(slots=True)
class Comparing(Visiting):
    """One person's comparisons.

    `seen` is what the page's address said when a part was last worked out; `asked` what was asked for meanwhile. `tone`
    narrows what is shown of a theme. `leaving` is the id of the report whose own page is gone to.
    """

    part: Part = "grades"
    seen: dict[Part, Wanted] = field(default_factory=dict)
    work: Work[Theme | Practice] | None = None
    grades: Grades | None = None
    theme: Theme | None = None
    practice: Practice | None = None
    grid: Grid | None = None
    tone: Verdict | None = None
    notice: str = ""
    leaving: str = ""

    def enter(self, part: str) -> None:
        """Turn to a part, the first where there is none of that name; what was worked on for another ends."""
        known = [each for each in get_args(Part) if each == part]
        wanted: Part = known[0] if known else "grades"
        if wanted != self.part:
            self.stop()
            self.part, self.source, self.notice = wanted, None, ""

    def begin(self, work: Work[Theme | Practice]) -> None:
        """Take what is now being worked out."""
        self.stop()
        self.work, self.notice = work, ""

    def stop(self) -> None:
        """No longer want what is being worked out."""
        if self.work:
            self.work.stop()
        self.work = None
