"""What reports say on a theme: the sentences and paragraphs that a template's sections are filled from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.briefings.theme import Theme
from assistant.confidence import LEAST_BESIDE
from assistant.extract import Extract, extract
from assistant.periods import order
from assistant.search import Group, Searcher, fuse
from corpus.chunk import Passage
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Report

_LOOKED_AT = 60  # candidates of a report, by meaning and by words each, before those on the theme are judged
_JUDGED = 12  # of these, by the cross-encoder
_KEPT = 6  # paragraphs of a report at most
_MARGIN = 8.0  # how much less relevant (a logit) than a report's best a paragraph may be: a pack is broad
_SAID_IN = ("numbered", "prose", "bullet")


@dataclass(frozen=True, slots=True)
class Said:
    """What one Report says on a theme: sentences, word for word, with their Paragraphs, the most relevant first."""

    report: Report
    extracts: tuple[Extract, ...]


def find_reports(council: str, library: Library) -> list[Report]:
    """The reports on a council, oldest first, its name in any case. Raises WrongUse where there is none."""
    found = [each for each in library.reports if (each.council or "").casefold() == council.strip().casefold()]
    if not found:
        named = " ".join(council.split()) or "a council without a name"
        raise WrongUse(f"There is no report on {named} in the library: the command reports lists those there are.")
    return order(found)


def gather(theme: Theme, report: Report, searcher: Searcher) -> Said:
    """What a report says on a theme: nothing but sentences that name it, or stand under a heading on it alone."""
    candidates = fuse(searcher.library, theme.question.topic, [report.id], _LOOKED_AT)
    return Said(
        report, tuple(_extracts(theme, find_on(theme, candidates, searcher.library)[:_JUDGED], searcher, _KEPT))
    )


def spread(said: Said, theme: Theme, limit: int) -> list[Extract]:
    """So many of what a report says, the most relevant, with one of criticism and one of praise where there are any."""
    chosen = list(said.extracts[:limit])
    for tone in ("criticism", "praise"):
        if all(theme.tone(each.text) != tone for each in chosen):
            other = next((each for each in said.extracts[limit:] if theme.tone(each.text) == tone), None)
            chosen = [*chosen[: limit - 1], other] if other else chosen
    return sorted(chosen, key=lambda each: each.paragraph.position)


def find_on(theme: Theme, passages: Sequence[Passage], library: Library) -> list[Passage]:
    """The passages with a paragraph on the theme that is no item of a list of what was asked for."""
    listed = {id_ for report in library.reports for found in report.improvement_lists for id_ in found.paragraph_ids}
    found = []
    for passage in passages:
        paragraphs = [library.paragraph(id_) for id_ in passage.chunk.paragraph_ids if id_ not in listed]
        if any(each and each.kind in _SAID_IN and theme.is_on(each) for each in paragraphs):
            found.append(passage)
    return found


def _extracts(theme: Theme, passages: Sequence[Passage], searcher: Searcher, limit: int) -> Iterator[Extract]:
    judged = searcher.judge(theme.question.wording, passages) if passages else []
    group = Group(tuple(judged), limit=2 * limit, margin=_MARGIN, least=LEAST_BESIDE)
    found = [
        each
        for each in extract(theme.question, group, searcher)
        if theme.is_on(each.paragraph) and (theme.names(each.text) or theme.is_headed(each.paragraph))
    ]
    yield from found[:limit]
