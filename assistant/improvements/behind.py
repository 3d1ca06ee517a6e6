"""What stands behind an Improvement: the Paragraphs that its item names, then those that search suggests."""

from assistant.improvements.body import find_body, of_board
from assistant.improvements.improvement import Behind, Improvement
from assistant.improvements.matter import matter_of
from assistant.improvements.saying import criticises
from assistant.search import Searcher, fuse
from corpus.report import Paragraph

MOST = 5
"""Paragraphs that are suggested at most."""
_LOOKED_AT = 60  # chunks by meaning and as many by words: of a long report's 300 the named ones stand among these

_CRITICAL = 1.05
"""How much more a Paragraph counts that criticises, about three ranks: of the paragraphs that recommendations name nine
in ten do, of all paragraphs six in ten."""


def behind(improvement: Improvement, searcher: Searcher) -> tuple[Behind, ...]:
    """The Paragraphs behind an Improvement: those that its item names, in its order, then at most five suggested.

    What is suggested stands in the body of the same report, best first, and is not among those named.
    """
    named = named_paragraphs(improvement, searcher)
    suggested = [found for found in suggest(improvement, searcher) if found not in named][:MOST]
    return (*(Behind(each, named=True) for each in named), *(Behind(each, named=False) for each in suggested))


def named_paragraphs(improvement: Improvement, searcher: Searcher) -> list[Paragraph]:
    """The Paragraphs that the item names: "(paragraphs 18, 28)"."""
    lists = improvement.report.improvement_lists
    ids = [id_ for found in lists for id_ in found.evidence.get(improvement.paragraph.id, ())]
    return [paragraph for id_ in dict.fromkeys(ids) if (paragraph := searcher.library.paragraph(id_))]


def suggest(improvement: Improvement, searcher: Searcher) -> list[Paragraph]:
    """The Paragraphs of the report's body that are nearest to an Improvement, best first, by search alone.

    Those of the review of the safeguarding children board for what was asked of the board, the others for the rest.
    """
    report = improvement.report
    board = of_board(improvement.paragraph.heading)
    body = [p for p in find_body(report, searcher.library) if p.id != improvement.paragraph.id]
    side = {p.id: p for p in body if of_board(p.heading) == board} or {p.id: p for p in body}
    weighed: dict[str, float] = {}
    for passage in fuse(searcher.library, matter_of(improvement), [report.id], _LOOKED_AT):
        for id_ in passage.chunk.paragraph_ids:
            if id_ in side and id_ not in weighed:
                weighed[id_] = passage.fused * (_CRITICAL if criticises(side[id_].text) else 1)
    return [side[id_] for id_ in sorted(weighed, key=lambda id_: (-weighed[id_], id_))]
