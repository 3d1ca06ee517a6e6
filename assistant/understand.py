"""Understanding what is asked: a question by its own words, a follow-up from the turns before it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.follow import follow, follows
from assistant.question import Question
from assistant.reading import ask, read
from assistant.wording import is_small_talk, without_openers
from corpus.report import Report


def understand(text: str, conversation: Conversation, reports: Sequence[Report]) -> Question:
    """The Question that a text asks after these turns, about a library with these reports.

    A turn that asks nothing ("Thanks!") is of the sort "beyond", and the next follow-up goes back to the one before it.
    """
    if is_small_talk(text):
        return Question(text, text, sort="beyond")
    named = read(text, reports)
    plain = without_openers(text)
    thread = [turn for turn in conversation.turns if not is_small_talk(turn.answer.question.text)]
    if thread and follows(text, named, thread[-1].answer.question):
        return replace(follow(text, named, thread, reports), carried=_cited(thread[-1].answer))
    return ask(text, plain if len(plain) < len(text.strip()) else text, named, reports)


def _cited(answer: Answer) -> tuple[str, ...]:
    """The ids of the chunks that hold what an Answer cites."""
    cited = {citation.paragraph.id for citation in answer.citations}
    chunks = (passage.chunk for passage in answer.passages)
    return tuple(dict.fromkeys(chunk.id for chunk in chunks if cited.intersection(chunk.paragraph_ids)))
