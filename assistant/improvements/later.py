"""What later reports of the same council say of an Improvement: their sentences on it, and what these propose."""

from collections.abc import Collection, Sequence

from assistant.improvements.alike import Matter, alike
from assistant.improvements.body import of_board
from assistant.improvements.improvement import Improvement, Later, Proposal
from assistant.improvements.nearness import Near, Pages, Wanted, find_near, read_pages, read_wanted
from assistant.improvements.sentences import read_listed, read_matters
from assistant.improvements.spoken import Spoken, read_spoken
from assistant.periods import order
from assistant.search import Searcher
from corpus.library import Library
from corpus.report import Paragraph, Report

_MOST = 3  # paragraphs of one later report
_MOST_ASKED = 2  # of these, items of its own list
_NEAREST = 2  # paragraphs that a person is asked to read where we are not sure
SURE, SURELY_NOT = 0.45, 0.06
"""From where a Paragraph counts as speaking of the matter; below where the best does not, the report is silent."""
_SURE_ASKED = 0.35
"""The same for an item of a list, whose few words hold less of the matter."""
_SURE_OF_PRAISE = 0.6  # praise is believed only of what is surely the matter
_BESIDE, _MOST_BESIDE = 0.15, 6
"""How sure and how many the Paragraphs are that are read for criticism before praise is believed."""
_AS_SURE = 0.35  # how much less sure than the best a Paragraph may be that counts


def later(improvement: Improvement, searcher: Searcher) -> tuple[Later, ...]:
    """What each later report of the council says of an Improvement, oldest first, each with a proposal."""
    library = searcher.library
    reports = later_reports(improvement.report, library.reports)
    if not reports:
        return ()
    return tuple(look_in(report, improvement, library) for report in reports)


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


def asked_again(report: Report, matters: Sequence[Matter], library: Library, *, board: bool) -> list[Improvement]:
    """What a report's lists ask for on the same matter, the most alike first."""
    rated = [
        (max(alike(one, other) for one in matters for other in others), asked)
        for asked, others in read_listed(report.id, library)
        if of_board(asked.paragraph.heading) == board
    ]
    return [asked for near, asked in sorted(rated, key=lambda pair: -pair[0]) if near > 0]


def look_in(report: Report, improvement: Improvement, library: Library) -> Later:
    """What one later report says of an Improvement, with a proposal."""
    wanted, matters = read_wanted(improvement, library), read_matters(improvement, library)
    board = of_board(improvement.paragraph.heading)
    near = [one for one in find_near(wanted, report, library) if of_board(one.paragraph.heading) == board]
    if board and not near:
        return Later(report, "not mentioned", (), "This report does not look at the safeguarding children board.")
    again = {each.paragraph.id for each in asked_again(report, matters, library, board=board)}
    return propose(report, near, again, wanted, read_pages(report.id, library))


def propose(report: Report, near: Sequence[Near], again: Collection[str], wanted: Wanted, pages: Pages) -> Later:
    """What a report's Paragraphs propose, the surest first. `again` are the ids of list items on the same matter."""
    asked = [one for one in near if one.is_asked and (one.sure >= _SURE_ASKED or one.paragraph.id in again)]
    body = [one for one in near if not one.is_asked]
    sure = [one for one in body if one.sure >= max(SURE, body[0].sure - _AS_SURE)][:_MOST]
    spoken = [read_spoken(one.paragraph, wanted, pages) for one in sure]
    if asked:
        words = [(one.paragraph, one.paragraph.text) for one in asked[:_MOST_ASKED]]
        told = [(each.paragraph, each.quote) for each in spoken if each.criticises]
        return _gather(report, "repeated", "Its own list asks for this again.", [*words, *told])
    if not spoken:
        return _propose_nothing(report, body, is_known=bool(wanted.terms))
    if any(each.criticises for each in spoken):
        return _gather(report, *_propose_poor(spoken), [(each.paragraph, each.quote) for each in spoken])
    beside = [one for one in body if one not in sure and one.sure >= max(_BESIDE, sure[0].sure / 3)][:_MOST_BESIDE]
    against = [
        each for one in beside if (each := read_spoken(one.paragraph, wanted, pages)).criticises and each.is_named
    ][:1]
    proposed, why = _propose_well(spoken, against, sure[0].sure)
    told = [(each.paragraph, each.quote) for each in (*spoken[:1], *against, *spoken[1:])]
    return _gather(report, proposed, why, told)


def _propose_nothing(report: Report, body: Sequence[Near], *, is_known: bool) -> Later:
    """Silence, where nothing in the report is anywhere near; else what is nearest, to be read.

    Only of a matter that `is_known` to us, under all the names that reports have for it, silence can be told.
    """
    if not body or (is_known and body[0].sure < SURELY_NOT):
        return Later(report, "not mentioned", (), "No paragraph of it comes near this matter.")
    nearest = [
        (one.paragraph, one.paragraph.text) for one in body[:_NEAREST] if one is body[0] or one.sure >= SURELY_NOT
    ]
    return _gather(report, "not sure", "We are not sure whether it speaks of this: read these.", nearest)


def _propose_poor(spoken: Sequence[Spoken]) -> tuple[Proposal, str]:
    """The proposal and why, where something criticises: what the surest Paragraph says counts, the careful way."""
    first, praised = spoken[0], any(each.praises for each in spoken)
    if first.is_better:
        return "improved", "It says that this is better than before, and criticises too."
    if praised and all(each.is_minor for each in spoken if each.criticises):
        return "improved", "Its words on this matter praise, and criticise what they find for few children."
    if first.criticises and not first.praises:
        return "repeated", f"Its words on this matter criticise{', beside words that praise' if praised else ''}."
    if praised:
        return "not sure", "It both praises and criticises on this matter: read these."
    return "repeated", "Its words on this matter criticise."


def _propose_well(spoken: Sequence[Spoken], against: Sequence[Spoken], sure: float) -> tuple[Proposal, str]:
    """The proposal and why, where nothing that surely speaks of the matter criticises."""
    if not any(each.praises or each.is_better or each.is_met for each in spoken):
        return "not sure", "It speaks of this, but its words do not say how it is now: read these."
    if against:
        return "not sure", "It praises this, and criticises what may be part of it: read these."
    if sure < _SURE_OF_PRAISE:
        return "not sure", "It praises what may be this: read these."
    if any(each.is_better for each in spoken):
        return "improved", "It says that this is better than before."
    return "met", "Its words on this matter praise, and none of them criticises."


def _gather(report: Report, proposed: Proposal, why: str, told: Sequence[tuple[Paragraph, str]]) -> Later:
    """The proposal with at most three Paragraphs, those of its own list first, and what each says of the matter."""
    shown = told[:_MOST]
    return Later(report, proposed, tuple(each for each, _ in shown), why, tuple(words for _, words in shown))
