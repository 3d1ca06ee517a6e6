"""What later reports of the same council say of an Improvement: their sentences on it, and what these propose."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.improvements.alike import Matter, alike, is_whole
from assistant.improvements.body import of_board
from assistant.improvements.improvement import Improvement, Later, Progress
from assistant.improvements.saying import criticises, praises, says_better, says_met
from assistant.improvements.sentences import Sentence, read_listed, read_matters, read_sentences
from assistant.periods import order
from assistant.search import Searcher
from corpus.library import Library
from corpus.report import Report

_MOST = 3  # paragraphs of one later report
_MOST_ASKED = 2  # of these, items of its own list
_NEAR = 0.15  # how much less alike than the best sentence the others may be


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A sentence on the matter, how alike it is, and whether it has most of what the item is about."""

    near: float
    sentence: Sentence
    whole: bool


def later(improvement: Improvement, searcher: Searcher) -> tuple[Later, ...]:
    """What each later report of the council says of an Improvement, oldest first, each with a proposal."""
    library = searcher.library
    reports = later_reports(improvement.report, library.reports)
    if not reports:
        return ()
    matters = read_matters(improvement, library)
    return tuple(_look_in(report, improvement, matters, library) for report in reports)


def later_reports(report: Report, reports: Sequence[Report]) -> list[Report]:
    """The later reports of the same council on the same services, oldest first.

    Letters of visits count; an area SEND inspection is of a partnership and follows only another one.
    """
    if report.council is None or report.when is None:
        return []
    return order([other for other in reports if _is_later(other, report)])


def _is_later(other: Report, report: Report) -> bool:
    same = other.council == report.council and (other.kind == "area SEND") == (report.kind == "area SEND")
    return same and other.when is not None and report.when is not None and other.when > report.when


def _look_in(report: Report, improvement: Improvement, matters: Sequence[Matter], library: Library) -> Later:
    board = of_board(improvement.paragraph.heading)
    sentences = [sentence for sentence in read_sentences(report, library) if sentence.of_board == board]
    if board and not sentences:
        return Later(report, "not mentioned", (), "This report does not look at the safeguarding children board.")
    asked = asked_again(report, matters, library, board=board)
    return _propose(report, asked, _on_matter(sentences, matters))


def asked_again(report: Report, matters: Sequence[Matter], library: Library, *, board: bool) -> list[Improvement]:
    """What a report's lists ask for on the same matter, the most alike first."""
    rated = [
        (max(alike(one, other) for one in matters for other in others), asked)
        for asked, others in read_listed(report.id, library)
        if of_board(asked.paragraph.heading) == board
    ]
    return [asked for near, asked in sorted(rated, key=lambda pair: -pair[0]) if near > 0]


def _on_matter(sentences: Sequence[Sentence], matters: Sequence[Matter]) -> list[_Found]:
    """The sentences on the same matter, the most alike first."""
    found = []
    for each in sentences:
        near, matter = max(((alike(one, each.matter, each.around), one) for one in matters), key=lambda pair: pair[0])
        if near > 0:
            found.append(_Found(near, each, whole=is_whole(matter, each.matter, near)))
    found.sort(key=lambda one: -one.near)
    return [one for one in found if one.near >= found[0].near - _NEAR]


def _propose(report: Report, asked: Sequence[Improvement], found: Sequence[_Found]) -> Later:
    """The proposal, what it rests on, and why; of words that conflict the more careful count."""
    sentences = [one.sentence for one in found]
    better = [each for each in sentences if says_better(each.text)]
    poor = [each for each in sentences if criticises(each.text) and each not in better]
    good = [each for each in sentences if praises(each.text)]
    if asked:
        return _gather(report, "repeated", "Its own list asks for this again.", poor, asked[:_MOST_ASKED])
    if poor and not better:
        beside = ", beside words that praise" if good else ""
        return _gather(report, "repeated", f"Its words on this matter criticise{beside}.", [*poor, *good[:1]])
    if poor or any(criticises(each.text) for each in better):
        both = [*better[:1], *poor[:1], *better[1:]]
        return _gather(report, "improved", "It says that this is better than before, and criticises too.", both)
    if not sentences:
        return Later(report, "not mentioned", (), "We found no words in it that praise or criticise this matter.")
    return _propose_well(report, found, better, good)


def _propose_well(
    report: Report, found: Sequence[_Found], better: Sequence[Sentence], good: Sequence[Sentence]
) -> Later:
    """The proposal where nothing criticises."""
    met = [one.sentence for one in found if one.whole and says_met(one.sentence.text)]
    if met:
        return _gather(report, "met", "It says that this was dealt with.", [*met, *good])
    if better:
        return _gather(report, "improved", "It says that this is better than before.", [*better, *good])
    if whole := [one.sentence for one in found if one.whole and one.sentence in good]:
        return _gather(report, "met", "Its words on this matter praise, and none of them criticises.", whole)
    why = "It praises something near this matter, but does not say how this is now."
    return _gather(report, "not mentioned", why, good)


def _gather(
    report: Report, proposed: Progress, why: str, telling: Sequence[Sentence], asked: Sequence[Improvement] = ()
) -> Later:
    """The proposal with at most three Paragraphs, those of its own list first, and what each says of the matter."""
    quotes: dict[str, list[str]] = {each.paragraph.id: [each.paragraph.text] for each in asked}
    paragraphs = {each.paragraph.id: each.paragraph for each in asked}
    for sentence in telling:
        if sentence.paragraph.id in quotes or len(quotes) < _MOST:
            paragraphs[sentence.paragraph.id] = sentence.paragraph
            said = quotes.setdefault(sentence.paragraph.id, [])
            said += [] if sentence.text in said else [sentence.text]
    return Later(report, proposed, tuple(paragraphs.values()), why, tuple(" … ".join(said) for said in quotes.values()))
