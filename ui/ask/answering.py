"""An answer in the making, in the background: shown as it grows."""

from dataclasses import replace

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.remarks import with_searched
from assistant.scope import understand_within
from corpus.library import Library
from corpus.report import Report
from ui.page.line import Line
from ui.page.work import Work, start


def answer(
    asked: Asked, about: Report | None, chain: Runnable[Asked, Answer], library: Library, line: Line
) -> Work[Answer]:
    """Begin to answer a question, `about` one report only or all, once it is its turn in the line."""

    def act(work: Work[Answer]) -> None:
        with work.turn(line):
            within = asked
            if about and asked.understood is None:
                within = replace(asked, understood=understand_within(asked.text, asked.conversation, about))
            for growing in chain.stream(within):
                work.show(with_searched(growing, library.reports) if growing.finished else growing)

    return start(act)
