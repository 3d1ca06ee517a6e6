"""Answer: Claims, the Citations behind them, and what kind of answer it is."""

from dataclasses import dataclass
from typing import Literal

from assistant.citations import Citation, Claim
from assistant.question import Question
from corpus.chunk import Passage

Status = Literal[
    "in the reports",
    "counted from the facts",
    "our glossary",
    "the reports do not say",
    "not in the library",
    "not in inspection reports",
    "not understood",
]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a chat model wrote an Answer: `provider:model`, tokens both ways, seconds from the call to the last check.

    `dropped` sentences had no source, `reattached` ones cited a wrong one.
    """

    model: str
    tokens_in: int
    tokens_out: int
    dropped: int
    reattached: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes out of a Question. Its text is derived from its Claims, so the two cannot disagree.

    `note` is a plain sentence of our own about the answer (what was searched, why there is none); it claims nothing
    about a council. `finished` is False while the Answer is still growing. `writing` says how a chat model wrote it,
    None where the words are the reports' own.
    """

    question: Question
    status: Status
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    note: str = ""
    seconds: float = 0.0
    finished: bool = True
    writing: Writing | None = None

    @property
    def abstained(self) -> bool:
        """True if the Answer neither claims nor explains anything."""
        return not self.claims and self.status != "our glossary"

    @property
    def text(self) -> str:
        """The whole answer as plain text, with [1] marks and a line for each group."""
        lines: list[str] = []
        group = None
        for claim in self.claims:
            if claim.group and claim.group != group:
                lines.append(claim.group if claim.group.endswith("?") else f"{claim.group}:")
                group = claim.group
            marks = "".join(f"[{number}]" for number in claim.citations)
            lines.append(f"{claim.text} {marks}".strip())
        if self.note:
            lines.append(self.note)
        return "\n".join(lines)
