"""What one visit to the chat keeps: its conversation, what is being asked, the source that stands open."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.conversation import Conversation
from assistant.conversations import Feedback, Kept
from assistant.question import Question
from ui.onward import Onward
from ui.parts import File, Move
from ui.running import Running
from ui.source import Source

Form = tuple[str, int]
"""A form that stands open in a turn: "edit" or "why", and the turn's position."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that is being answered, for the place `position` (from 0) in the conversation.

    Where a turn stands there already, this one takes its place once it is answered. `understood` is how it is to be
    understood, where the reader corrected that.
    """

    text: str
    position: int
    understood: Question | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a question has no answer, in a sentence."""

    asking: Asking
    sentence: str


@dataclass(slots=True)
class Visit:
    """One person's visit. It changes as they ask and open, so unlike the nouns it is not frozen.

    `id` is that of the conversation as it is kept, "" before its first answer; `others` says that somebody else had it,
    so that it can only be read. `about` is the id of the one report that is asked about, `seen` what the page's address
    said last. `say` is for the screen reader, `notice` a sentence above the conversation. `file` is what the reader is
    being handed, one of so many `files`, and `leaving` the page they go to, with what its address is to say.
    """

    conversation: Conversation = field(default_factory=Conversation)
    id: str = ""
    others: bool = False
    about: str = ""
    seen: tuple[str, str] = ("", "")
    feedback: Mapping[int, Feedback] = field(default_factory=dict)
    asking: Asking | None = None
    running: Running | None = None
    problem: Problem | None = None
    source: Source | None = None
    form: Form | None = None
    say: str = ""
    notice: str = ""
    leaving: Onward | None = None
    file: File | None = None
    files: int = 0
    move: Move = field(default_factory=Move)

    @classmethod
    def of(cls, kept: Kept, owner: str, move: Move) -> "Visit":
        """A visit to a conversation that was kept, of a reader who is the owner or somebody else."""
        return cls(kept.conversation, kept.id, others=kept.owner != owner, feedback=kept.feedback, move=move)

    def hand(self, name: str, kind: str, content: bytes, page: int | None = None) -> None:
        """Hand the reader a file: to be saved, or opened at a page (from 1)."""
        self.files += 1
        self.file = File(name, kind, content, self.files, page)

    def bring(self, selector: str, *, focus: bool, beside: str = "") -> None:
        """Bring the reader to what a CSS selector names."""
        self.move = Move(self.move.count + 1, selector, focus, beside)

    def ask(self, question: str, position: int | None = None, understood: Question | None = None) -> None:
        """Take a question; its answer is made when the page is drawn next. `position` is where, at the end if None."""
        if self.others:
            return
        self.stop()
        at = len(self.conversation.turns) if position is None else position
        self.asking = Asking(question, at, understood)
        self.problem = self.form = None
        self.bring(f"#question-{at}", focus=False)

    def stop(self) -> None:
        """No longer want the answer that is being made."""
        if self.running:
            self.running.stop()
        if self.asking:
            self.problem = Problem(self.asking, "You stopped this answer, so nothing of it is kept.")
        self.asking = self.running = None

    def open(self, press: str) -> None:
        """Open the source that a button named ("2:1": the answer at position 2, its source 1)."""
        turn, number = (int(part) for part in press.split(":")[:2])
        answer = self.conversation.turns[turn].answer
        citation = next(citation for citation in answer.citations if citation.number == number)
        self.source = Source.of(turn, citation, press)
        self.bring_to_source(beside=f'[data-press="{press}"]')

    def bring_to_source(self, beside: str = "") -> None:
        """Bring the reader to the heading of the source that has just been opened."""
        self.bring(f'#source-heading[data-opening="{self.move.count + 1}"]', focus=True, beside=beside)

    def close(self) -> None:
        """Close the source and go back to the button that opened it."""
        if self.source:
            self.bring(f'[data-press="{self.source.button}"]', focus=True)
        self.source = None

    def show_form(self, form: Form | None) -> None:
        """Open a form, or close the one that is open and go back to the button that opened it."""
        if form:
            self.bring(f'[data-form="{form[0]}:{form[1]}"] textarea', focus=True)
        elif self.form:
            self.bring(f'[data-press="{self.form[0]}:{self.form[1]}"]', focus=True)
        self.form = form

    def drop_from(self, position: int) -> None:
        """Drop the turns from a position on, and what stands open of them."""
        self.conversation = replace(self.conversation, turns=self.conversation.turns[:position])
        self.feedback = {at: given for at, given in self.feedback.items() if at < position}
        if self.source and self.source.turn >= position:
            self.source = None
