"""What one visit to the chat keeps: its conversation, what is being asked, the source that stands open."""

from dataclasses import dataclass, field

from assistant.conversation import Conversation
from ui.parts import Move
from ui.source import Source


@dataclass(slots=True)
class Visit:
    """One person's visit. It changes as they ask and open, so unlike the nouns it is not frozen.

    `asking` is a question until its answer is finished, so that one that was interrupted is asked again. `problem` is
    the last question that failed, and the sentence that says why. `say` is for the screen reader.
    """

    conversation: Conversation = field(default_factory=Conversation)
    asking: str | None = None
    problem: tuple[str, str] | None = None
    source: Source | None = None
    say: str = ""
    move: Move = field(default_factory=Move)

    def bring(self, selector: str, *, focus: bool, beside: str = "") -> None:
        """Bring the reader to what a CSS selector names."""
        self.move = Move(self.move.count + 1, selector, focus, beside)

    def ask(self, question: str) -> None:
        """Take a question; its answer is made when the page is drawn next."""
        self.asking, self.problem = question, None
        self.bring(f"#question-{len(self.conversation.turns)}", focus=False)

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
