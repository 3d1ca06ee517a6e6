"""How well the search finds what stands behind an Improvement: `python -m tests.evaluation.improvements DATA`.

Older recommendations name their paragraphs ("(paragraphs 18, 28)"). The search does not see these names: measured is
for how many recommendations one of the named paragraphs stands among the first five that it suggests, and among the
first ten and twenty. A reader's own errors count against it, and so do a report's, which may name another matter.

With a list of labels behind DATA, what is proposed of later reports is held against what a person read there: a line
of JSON for each, with the file names `report` and `later`, the `item` (its position in the lists), the proposals that
a reader would have `accepted`, and the positions of the `paragraphs` that speak of it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.improvements.behind import MOST, named_paragraphs, suggest
from assistant.improvements.improvement import Improvement
from assistant.improvements.later import look_in
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


def measure_following(labels: Sequence[str], searcher: Searcher) -> Counter[str]:
    """How many proposals a reader would accept, how many propose nothing, and what sort the others are."""
    counts: Counter[str] = Counter()
    library = searcher.library
    for label in map(json.loads, labels):
        asked = listed(library.report(label["report"]), library)[label["item"] - 1]
        said = look_in(library.report(label["later"]), asked, library)
        accepted, paragraphs = set(label["accepted"]), set(label["paragraphs"])
        counts["labels"] += 1
        counts[_sort(said.proposed, accepted)] += 1
        if paragraphs and accepted != {"not mentioned"}:
            counts["spoken of"] += 1
            counts["a right paragraph shown"] += bool(paragraphs & {each.position for each in said.paragraphs})
    return counts


def _sort(proposed: str, accepted: set[str]) -> str:
    if proposed == "not sure" or proposed in accepted:
        return "nothing proposed" if proposed == "not sure" else "right"
    if proposed == "not mentioned":
        return "not mentioned though it is"
    if proposed == "repeated":
        return "repeated though praised or silent"
    return "improved or met though " + ("criticised" if "repeated" in accepted else "silent or otherwise")


if __name__ == "__main__":
    with Library(read_settings(Path(sys.argv[1]))) as library:
        searches = Searcher(library, Reranker())
        if len(sys.argv) > 2:
            lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
            print("\n".join(f"{count:>5}  {name}" for name, count in measure_following(lines, searches).items()))
        else:
            print(write_table(list(measure(searches))))
