"""A conversation to be put on paper: a list, a follow-up that is grouped, one without an answer, one all hostile."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from assistant.citations import Citation, Claim, by_report
from assistant.conversation import Conversation, Turn
from assistant.paper import Paper, exact, source, write_paper
from assistant.question import Question
from tests.builders import SENTENCES, entry
from tests.fakes import HOSTILE

MADE = date(2026, 11, 22)
_REPORT = replace(entry().report, inspected_to=date(2021, 3, 19))
_HOSTILE = replace(_REPORT, id="f" * 16, council=f"Hostham {HOSTILE}", title=HOSTILE, file=f"{HOSTILE}.pdf")
_PARAGRAPHS = entry().paragraphs


def _cited(number: int, at: int, words: str = "", also: int | None = None) -> Citation:
    """The source of a number: the paragraph of Fennimoor's report at a position, or the same with other words."""
    paragraph = replace(_PARAGRAPHS[at], text=words or SENTENCES[at], number=str(at + 1))
    return Citation(number, paragraph, _REPORT, () if also is None else (_PARAGRAPHS[also],))


def conversation() -> Conversation:
    """Four questions, each with its own sources numbered from 1."""
    listed = Question("Who does what?", "Who does what?", "list", ("Fennimoor",))
    followed = Question("And at night?", "Who does what at night in Fennimoor?", councils=("Fennimoor",))
    two_lines = "Visitors leave\nwith honey & wax, 5 < 6.\n\n    1. It is kept."
    hostile = replace(_cited(1, 2, f"{HOSTILE}\n# {HOSTILE}\n- {HOSTILE}"), report=_HOSTILE)
    return Conversation(
        (
            Turn("Who does what?", Answer(
                listed, "in the reports", tuple(Claim(SENTENCES[at], (at + 1,)) for at in range(3)),
                tuple(_cited(at + 1, at) for at in range(3)), note="One report was searched.",
            )),
            Turn("And at night?", Answer(
                followed, "in the reports",
                (Claim("Lanterns are carried.", (1, 2), "Fennimoor, inspected March 2021"),
                 Claim("Honey is kept.", (2,), "What else?")),
                (_cited(1, 1, also=0), _cited(2, 3, two_lines)),
            )),
            Turn("Why?", Answer(Question("Why?", "Why?"), "the reports do not say", note="One report was searched.")),
            Turn(f"{HOSTILE}\n# {HOSTILE}", Answer(
                Question(HOSTILE, f"Is it {HOSTILE}", councils=(HOSTILE,)), "in the reports",
                (Claim(HOSTILE, (1,), HOSTILE),), (hostile,), note=HOSTILE,
            )),
        )
    )  # fmt: skip


def paper(name: str = "Who does what?") -> Paper:
    """The conversation on paper."""
    return write_paper(name, conversation(), MADE)


def squeezed(words: str) -> str:
    """Words as letters alone: where lines break and spaces stand depends on the format."""
    return "".join(letter for letter in words if letter.isalnum())


def listed(citations: Iterable[Citation]) -> Iterator[str]:
    """The sources as each format lists them, squeezed: a report once, below it each place with its exact words."""
    for _report, cited in by_report(citations):
        yield squeezed(f"{cited[0].whose}{source(cited[0])}")
        yield from (squeezed(f"{each.place}{_also(each)}{''.join(exact(each))}") for each in cited)


def _also(citation: Citation) -> str:
    return f"the same at {citation.also_at}" if citation.also_at else ""
