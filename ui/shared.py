"""What all visits of a process share, and the pages that show it.

A page is imported when it is first shown: to import them all would hold up the first visit to the first page.
"""

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
from ui.page import navigation, owner
from ui.page.line import Line


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
            "ask": partial(_ask, shared),
            "conversations": partial(_conversations, shared),
            "improvements": partial(_improvements, shared),
            "compare": partial(_compare, shared),
            "briefings": partial(_briefings, shared),
            "reports": partial(_reports, shared),
            "report": partial(_report, shared),
            "accessibility": _accessibility,
        }
    )
    owner.keep()
    page.run()


def _ask(shared: Shared) -> None:
    from ui.ask import screen

    screen.show(shared.library, shared.chain, shared.conversations, shared.briefings, shared.line)


def _conversations(shared: Shared) -> None:
    from ui.conversations import screen

    screen.show(shared.conversations)


def _improvements(shared: Shared) -> None:
    from ui.improvements import screen

    screen.show(shared.library, shared.searcher, shared.tracker, shared.line)


def _compare(shared: Shared) -> None:
    from ui.compare import screen

    screen.show(shared.library, shared.chain, shared.searcher, shared.line)


def _briefings(shared: Shared) -> None:
    from ui.briefings import screen

    screen.show(shared.library, shared.chain, shared.searcher, shared.briefings, shared.line)


def _reports(shared: Shared) -> None:
    from ui.reports import screen

    screen.show(shared.library, shared.intake)


def _report(shared: Shared) -> None:
    from ui.report import screen

    screen.show(shared.library)


def _accessibility() -> None:
    from ui.accessibility import screen

    screen.show()
