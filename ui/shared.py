"""What all visits of a process share, and the pages that show it."""

from dataclasses import dataclass
from functools import partial

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.store import Briefings
from assistant.chain import Asked
from assistant.conversations import Conversations
from assistant.improvements.tracker import Tracker
from assistant.search import Searcher
from corpus.library import Library
from ingest.intake import Intake
from ui import navigation, owner
from ui.line import Line
from ui.screens import accessibility, ask, briefings, compare, conversations, improvements, report, reports


@dataclass(frozen=True, slots=True)
class Shared:
    """What is held in common: the library, its chain and search, what is kept, the line of questions, files to read."""

    library: Library
    chain: Runnable[Asked, Answer]
    searcher: Searcher
    conversations: Conversations
    briefings: Briefings
    tracker: Tracker
    line: Line
    intake: Intake


def draw(shared: Shared) -> None:
    """Draw the links between the pages, and the page that was asked for."""
    page = navigation.navigate(
        {
            "ask": partial(ask.show, shared.library, shared.chain, shared.conversations, shared.briefings, shared.line),
            "conversations": partial(conversations.show, shared.conversations),
            "improvements": partial(improvements.show, shared.library, shared.searcher, shared.tracker, shared.line),
            "compare": partial(compare.show, shared.library, shared.chain, shared.searcher, shared.line),
            "briefings": partial(
                briefings.show, shared.library, shared.chain, shared.searcher, shared.briefings, shared.line
            ),
            "reports": partial(reports.show, shared.library, shared.intake),
            "report": partial(report.show, shared.library),
            "accessibility": accessibility.show,
        }
    )
    owner.keep()
    page.run()
