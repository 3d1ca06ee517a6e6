"""What one visit keeps while it works on briefings: what stands open, what was done last, what is being made."""

from dataclasses import dataclass

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item, Section
from assistant.briefings.store import Briefings, Kept
from assistant.chain import Asked
from assistant.search import Searcher
from corpus.library import Library
from ui.ask.onward import Onward
from ui.briefings.forms import Form
from ui.page.line import Line
from ui.page.work import Work
from ui.source.visiting import Visiting


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
    running: Work[Answer]


@dataclass(slots=True)
class Bench(Visiting):
    """One person's work on briefings.

    `id` is that of the briefing in view, "" for the list, and `kept` the briefing as it stands on the screen; `leaving`
    is the page to go to, with what its address is to say. `sure` is the id of the one that is about to be deleted.
    `done` says what was done last, `notice` why something was not, with the `words` written for it.
    `moved` names the element that was moved, one of so many `moves`; `stepped` is the id of what was moved last by a
    button of its menu, which stays open for the next step.
    """

    id: str = ""
    kept: Kept | None = None
    leaving: Onward | None = None
    form: Form | None = None
    removed: Removed | None = None
    wanted: Wanted | None = None
    making: Work[str] | None = None
    sure: str = ""
    saved: bool = False
    done: str = ""
    notice: str = ""
    words: str = ""
    moved: str = ""
    moves: int = 0
    stepped: str = ""

    @property
    def briefing(self) -> Briefing:
        """The briefing in view; there is one."""
        assert self.kept is not None
        return self.kept.briefing

    def enter(self, id_: str) -> None:
        """Turn to another briefing, or to the list: what stood open in the one before is shut."""
        if id_ == self.id:
            return
        if self.wanted:
            self.wanted.running.stop()
        self.id, self.kept, self.form, self.removed, self.wanted, self.source = id_, None, None, None, None, None
        self.sure = self.notice = self.words = self.done = ""
        self.saved = False
