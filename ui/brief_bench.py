"""What one visit keeps while it works on briefings: what stands open, what was done last, what is being made."""

from dataclasses import dataclass, field

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item, Section
from assistant.briefings.store import Briefings, Kept
from assistant.chain import Asked
from assistant.search import Searcher
from corpus.library import Library
from ui.brief_filling import Making
from ui.brief_forms import Form
from ui.line import Line
from ui.onward import Onward
from ui.parts import File, Move
from ui.running import Running
from ui.source import Source


@dataclass(frozen=True, slots=True)
class Workshop:
    """What the page works with, and whose briefings they are here."""

    library: Library
    chain: Runnable[Asked, Answer]
    searcher: Searcher
    briefings: Briefings
    line: Line
    owner: str


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out last, so that it can be put back: an Item of a section (its id), or a section; and where."""

    what: Item | Section
    at: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to the reports whose answer goes into a section (its id), before position `at` (from 0)."""

    text: str
    section: str
    at: int
    running: Running


@dataclass(slots=True)
class Bench:
    """One person's work on briefings. It changes as they press and write, so unlike the nouns it is not frozen.

    `id` is that of the briefing in view, "" for the list, and `kept` the briefing as it stands on the screen; `leaving`
    is the page to go to, with what its address is to say. `sure` is the id of the one that is about to be deleted.
    `done` says what was done last, `notice` why something was not, with the `words` written for it; `say` is for the
    screen reader. `moved` names the element that was moved, one of so many `moves`.
    """

    id: str = ""
    kept: Kept | None = None
    leaving: Onward | None = None
    form: Form | None = None
    removed: Removed | None = None
    wanted: Wanted | None = None
    making: Making | None = None
    source: Source | None = None
    sure: str = ""
    saved: bool = False
    done: str = ""
    notice: str = ""
    words: str = ""
    say: str = ""
    moved: str = ""
    moves: int = 0
    file: File | None = None
    files: int = 0
    move: Move = field(default_factory=Move)

    @property
    def briefing(self) -> Briefing:
        """The briefing in view; there is one."""
        assert self.kept is not None
        return self.kept.briefing

    def bring(self, selector: str, *, beside: str = "") -> None:
        """Bring the keyboard's focus to what a CSS selector names."""
        self.move = Move(self.move.count + 1, selector, focus=True, beside=beside)

    def hand(self, name: str, kind: str, content: bytes, page: int | None = None) -> None:
        """Hand the reader a file: to be saved, or opened at a page (from 1)."""
        self.files += 1
        self.file = File(name, kind, content, self.files, page)

    def enter(self, id_: str) -> None:
        """Turn to another briefing, or to the list: what stood open in the one before is shut."""
        if id_ == self.id:
            return
        if self.wanted:
            self.wanted.running.stop()
        self.id, self.kept, self.form, self.removed, self.wanted, self.source = id_, None, None, None, None, None
        self.sure = self.notice = self.words = self.done = ""
        self.saved = False
