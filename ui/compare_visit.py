"""What one visit to the page Compare keeps: what is compared, what was found, the source that stands open."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from assistant.citations import Citation
from assistant.comparing.graded import Grades
from assistant.comparing.grid import Grid
from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from assistant.comparing.tones import Verdict
from ui.compare_work import Work
from ui.parts import File, Move
from ui.source import Source

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
class Comparing:
    """One person's comparisons. It changes as they choose and open, so unlike the nouns it is not frozen.

    `seen` is what the page's address said when a part was last worked out; `asked` what was asked for meanwhile. `tone`
    narrows what is shown of a theme. `leaving` is the id of the report whose own page is gone to.
    """

    part: Part = "grades"
    seen: dict[Part, Wanted] = field(default_factory=dict)
    work: Work | None = None
    grades: Grades | None = None
    theme: Theme | None = None
    practice: Practice | None = None
    grid: Grid | None = None
    tone: Verdict | None = None
    source: Source | None = None
    say: str = ""
    notice: str = ""
    leaving: str = ""
    file: File | None = None
    files: int = 0
    move: Move = field(default_factory=Move)

    def enter(self, part: str) -> None:
        """Turn to a part, the first where there is none of that name; what was worked on for another ends."""
        known = [each for each in get_args(Part) if each == part]
        wanted: Part = known[0] if known else "grades"
        if wanted != self.part:
            self.stop()
            self.part, self.source, self.notice = wanted, None, ""

    def begin(self, work: Work) -> None:
        """Take what is now being worked out."""
        self.stop()
        self.work, self.notice = work, ""

    def stop(self) -> None:
        """No longer want what is being worked out."""
        if self.work:
            self.work.stop()
        self.work = None

    def open(self, citation: Citation, press: str) -> None:
        """Open the source of a citation; `press` is the button's, to return to."""
        self.source = Source.of(0, citation, press)
        self.move = Move(
            self.move.count + 1,
            f'#source-heading[data-opening="{self.move.count + 1}"]',
            focus=True,
            beside=f'[data-press="{press}"]',
        )

    def close(self) -> None:
        """Close the source, and go back to the button that opened it."""
        if self.source:
            self.bring(f'[data-press="{self.source.button}"]')
        self.source = None

    def bring(self, selector: str) -> None:
        """Bring the keyboard's focus to what a CSS selector names."""
        self.move = Move(self.move.count + 1, selector, focus=True)

    def hand(self, name: str, kind: str, content: bytes, page: int | None = None) -> None:
        """Hand the reader a file: to be saved, or opened at a page (from 1)."""
        self.files += 1
        self.file = File(name, kind, content, self.files, page)
