"""How well the search finds what stands behind an Improvement: `python -m tests.evaluation.improvements DATA`.

Older recommendations name their paragraphs ("(paragraphs 18, 28)"). The search does not see these names: measured is
for how many recommendations one of the named paragraphs stands among the first five that it suggests, and among the
first ten and twenty. A reader's own errors count against it, and so do a report's, which may name another matter.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.improvements.behind import MOST, named_paragraphs, suggest
from assistant.improvements.improvement import Improvement
from assistant.improvements.listed import listed
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.library import Library
from corpus.settings import read_settings

DEPTHS = (MOST, 10, 20)


@dataclass(frozen=True, slots=True)
class Found:
    """An Improvement that names paragraphs, and the rank from 1 of the first one found, None where none is."""

    improvement: Improvement
    rank: int | None


def measure(searcher: Searcher) -> Iterator[Found]:
    """Search for what stands behind every Improvement of the library that names it."""
    for report in searcher.library.reports:
        for improvement in listed(report, searcher.library):
            if named := named_paragraphs(improvement, searcher):
                ranked = suggest(improvement, searcher)
                ranks = [ranked.index(each) + 1 for each in named if each in ranked]
                yield Found(improvement, min(ranks, default=None))


def share(found: Sequence[Found], depth: int) -> float:
    """The share, from 0 to 1, of these that are found within a depth."""
    return sum(1 for each in found if each.rank and each.rank <= depth) / len(found) if found else 0.0


def write_table(found: Sequence[Found]) -> str:
    """A line for each report and one for all."""
    files = dict.fromkeys(each.improvement.report.file for each in found)
    groups = [(file, [each for each in found if each.improvement.report.file == file]) for file in files]
    lines = ["named  " + "  ".join(f"in {depth:>2}" for depth in DEPTHS) + "  report"]
    for name, group in [*groups, ("all", list(found))]:
        lines.append(f"{len(group):>5}  " + "  ".join(f"{share(group, d):>5.0%}" for d in DEPTHS) + f"  {name}")
    return "\n".join(lines)


if __name__ == "__main__":
    with Library(read_settings(Path(sys.argv[1]))) as library:
        print(write_table(list(measure(Searcher(library, Reranker())))))
