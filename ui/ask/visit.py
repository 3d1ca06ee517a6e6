"""What one visit to the chat keeps: its conversation, what is being asked, the source that stands open."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.conversations import Feedback, Kept
from assistant.question import Question
from ui.ask.onward import Onward
from ui.page.parts import Move
from ui.page.work import Work
from ui.source.visiting import Visiting

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
class Visit(Visiting):
    """One person's visit to the chat.

    `id` is that of the conversation as it is kept, "" before its first answer; `others` says that somebody else had it,
    so that it can only be read. `about` is the id of the one report that is asked about, `seen` what the page's address
    said last. `notice` is a sentence above the conversation, `leaving` the page they go to, with what its address is to
    say.
    """

    conversation: Conversation = field(default_factory=Conversation)
    id: str = ""
    others: bool = False
    about: str = ""
    seen: tuple[str, str] = ("", "")
    feedback: Mapping[int, Feedback] = field(default_factory=dict)
    asking: Asking | None = None
    running: Work[Answer] | None = None
    problem: Problem | None = None
    form: Form | None = None
    notice: str = ""
    leaving: Onward | None = None

    @classmethod
    def of(cls, kept: Kept, owner: str, move: Move) -> "Visit":
        """A visit to a conversation that was kept, of a reader who is the owner or somebody else."""
        return cls(kept.conversation, kept.id, others=kept.owner != owner, feedback=kept.feedback, move=move)

    def ask(self, question: str, position: int | None = None, understood: Question | None = None) -> None:
        """Take a question; its answer is made when the page is drawn next. `position` is where, at the end if None."""
        if self.others:
            return
        self.stop()
        at = len(self.conversation.turns) if position is None else position
        self.asking = Asking(question, at, understood)
        self.problem = self.form = None
        self.bring(f"#question-{at}", focus=False)

    def is_last(self, position: int) -> bool:
        """True if a turn is the last and nothing stands below it: asked anew, it is answered in its place."""
        return position == len(self.conversation.turns) - 1 and not self.asking and not self.problem

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
        self.open_source(citation, press, turn)

    def show_form(self, form: Form | None) -> None:
        """Open a form, or close the one that is open and go back to the button that opened it."""
        if form:
            self.bring(f'[data-form="{form[0]}:{form[1]}"] textarea')
        elif self.form:
            self.bring(f'[data-press="{self.form[0]}:{self.form[1]}"]')
        self.form = form

    def drop_from(self, position: int) -> None:
        """Drop the turns from a position on, and what stands open of them."""
        self.conversation = replace(self.conversation, turns=self.conversation.turns[:position])
        self.feedback = {at: given for at, given in self.feedback.items() if at < position}
        if self.source and self.source.turn >= position:
            self.source = None
