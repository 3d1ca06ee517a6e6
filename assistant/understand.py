"""Understanding what is asked: a question by its own words, a follow-up from the turns before it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.asking import asking
from assistant.conversation import Conversation
from assistant.follow import follow, follows
from assistant.question import Question
from assistant.reading import Reading, ask, read
from assistant.wording import is_small_talk, without_openers
from corpus.report import Report


def understand(text: str, conversation: Conversation, reports: Sequence[Report]) -> Question:
    """The Question that a text asks after these turns, about a library with these reports.

    A turn that asks nothing ("Thanks!") is of the sort "beyond", and the next follow-up goes back to the one before it.
    """
    if is_small_talk(text):
        return Question(text, text, sort="beyond")
    whole = read(text, reports)
    said = asking(text, whole.councils)
    named = whole if said == text else _with(read(said, reports), whole)
    plain = without_openers(said)
    thread = [turn for turn in conversation.turns if not is_small_talk(turn.answer.question.text)]
    if thread and follows(said, named, thread[-1].answer.question):
        followed = follow(said, named, thread, reports)
        return replace(followed, text=text, carried=_cited(thread[-1].answer))
    return ask(text, plain if len(plain) < len(said.strip()) else said, named, reports)


def _with(asked: Reading, whole: Reading) -> Reading:
    """What the sentences that ask say, and what they leave unsaid from the sentences around them."""
    about = asked if asked.councils or asked.unknown else whole
    return Reading(
        councils=about.councils,
        unknown=about.unknown,
        when=asked.when if asked.when.named else whole.when,
        kind=asked.kind or whole.kind,
        areas=asked.areas or whole.areas,
    )


def _cited(answer: Answer) -> tuple[str, ...]:
    """The ids of the chunks that hold what an Answer cites."""
    cited = {citation.paragraph.id for citation in answer.citations}
    chunks = (passage.chunk for passage in answer.passages)
    return tuple(dict.fromkeys(chunk.id for chunk in chunks if cited.intersection(chunk.paragraph_ids)))
