"""The sentences of a report, each with its Matter: read once for all that is compared with them."""

from dataclasses import dataclass
from functools import lru_cache

from assistant.improvements.alike import Matter, find_terms, read_matter
from assistant.improvements.body import find_body, of_board
from assistant.improvements.improvement import Improvement
from assistant.improvements.listed import listed
from assistant.improvements.matter import matters_of
from assistant.improvements.saying import criticises, praises, says_better, says_met
from corpus.library import Library
from corpus.report import Paragraph, Report
from corpus.sentences import split_sentences

_SHORTEST = 5  # words of a sentence that can say how something is
_ITEMS = 1_000  # of lists, some twenty a report, that are held in memory
_REPORTS = 12  # whose sentences are held in memory: a council's, and those of the council looked at before


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a report's body, word for word, and the Paragraph that it stands in.

    `of_board` says that it is of the review of the safeguarding children board.
    """

    paragraph: Paragraph
    text: str
    matter: Matter
    of_board: bool


def read_sentences(report: Report, library: Library) -> tuple[Sentence, ...]:
    """The sentences of a report's body and its summaries that say how some matter is, in reading order."""
    return _read_sentences(report.id, library)


def read_matters(improvement: Improvement, library: Library) -> tuple[Matter, ...]:
    """What an Improvement is about: a Matter for each of its parts."""
    return _read_matters(matters_of(improvement), library)


@lru_cache(
    maxsize=_ITEMS
)  # the same item is looked at for each later report, among those asked again, and for enquiries
def _read_matters(texts: tuple[str, ...], library: Library) -> tuple[Matter, ...]:
    return tuple(read_matter(text, row) for text, row in zip(texts, library.embedder.encode(texts), strict=True))


@lru_cache(maxsize=_REPORTS)
def read_listed(report_id: str, library: Library) -> tuple[tuple[Improvement, tuple[Matter, ...]], ...]:
    """What a report's lists ask for, each with what it is about."""
    asked = listed(library.report(report_id), library)
    return tuple((each, read_matters(each, library)) for each in asked)


@lru_cache(maxsize=_REPORTS)
def _read_sentences(report_id: str, library: Library) -> tuple[Sentence, ...]:
    body = find_body(library.report(report_id), library, summary=True)
    told = [(p, text) for p in body for text in split_sentences(p.text) if _tells(text)]
    if not told:
        return ()
    rows = library.embedder.encode([text for _paragraph, text in told])
    return tuple(
        Sentence(
            paragraph,
            text,
            read_matter(text, row),
            of_board(paragraph.heading),
        )
        for (paragraph, text), row in zip(told, rows, strict=True)
    )


def _tells(text: str) -> bool:
    """True if a sentence names a matter of practice, and praises, criticises or says that something has changed."""
    if len(text.split()) < _SHORTEST or not find_terms(text):
        return False
    return criticises(text) or praises(text) or says_better(text) or says_met(text)
