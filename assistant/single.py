"""One search for a question about one thing: of one without a date, in the newest report that answers it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.citations import Draft
from assistant.confidence import Asked, cover_of_matter, names_only_whom, read_asked, touches
from assistant.counting import Amount, asks_for_more, counted
from assistant.extract import Extract, choose, in_context
from assistant.periods import order
from assistant.question import Question
from assistant.search import Group, Searcher
from assistant.sorts import asks_for_figure, asks_for_several
from assistant.timing import tells_of_timing
from corpus.chunk import Passage
from corpus.library import Library
from corpus.report import Report
from corpus.sentences import split_sentences

_JUDGED = 30  # candidates that the cross-encoder judges for one search
_MAY_ANSWER = 0.0  # the cross-encoder's own line between what answers and what does not
_SURELY = 0.5
"""The confidence that a Paragraph without a figure needs where one is asked for."""
_OLDER = 3.0
"""How much more relevant (a logit) a passage of an older report must be than the newest report's best, to answer a
question that names no date."""
_HALF = 0.5  # of the words for a matter, by rarity, where its term only says whom it is about
_JUDGED_EACH = 10  # and for a second search, in the newest report
_NEAR = 1.5  # how much less relevant (a logit) than the best paragraph another may be, where one is wanted


def search_once(
    question: Question, reports: Sequence[Report], drafts: Sequence[Draft], searcher: Searcher
) -> tuple[Group, ...]:
    """What one search finds; of a question without a date, from the newest reports that answer."""
    now = not question.when.named and question.sort == "fact"
    limit, margin = (6, 2.5) if asks_for_several(question.standalone) else (3, 3.0)
    found = Group(limit=limit, margin=margin, drafts=tuple(drafts))
    if now and not question.councils and (newest := find_latest(reports)):
        found = replace(found, passages=tuple(searcher.find(question, newest, _JUDGED)))
        tried = _that_tells(question, found, (), searcher.library)
        if choose(read_asked(question, searcher.library), tried, searcher.library):
            return (tried,)
    found = replace(found, passages=tuple(searcher.find(question, question.reports, _JUDGED)))
    if not (now and len(question.councils) == 1):
        return (_that_tells(question, found, (), searcher.library),)
    told = _that_tells(question, found, reports, searcher.library)
    return (*_said_since(question, told, reports, searcher), told)


def _said_since(question: Question, told: Group, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    """What the newest inspection says on the matter, where an older report answers and the newest only touches it."""
    asked = read_asked(question, searcher.library)
    telling = {paragraph.report_id for paragraph, _relevance in choose(asked, told, searcher.library)}
    kinds = {report.kind == "area SEND" for report in reports if report.id in telling}
    newest = [each for each in find_latest(reports) if (searcher.library.report(each).kind == "area SEND") in kinds]
    if not telling or not asked.term or telling.intersection(newest):
        return ()
    for passage in searcher.find(question, newest, _JUDGED_EACH):
        for paragraph in filter(None, map(searcher.library.paragraph, passage.chunk.paragraph_ids)):
            sentences = split_sentences(paragraph.text)
            named = [at for at, sentence in enumerate(sentences) if _speaks_of(asked, sentence)]
            if named and paragraph.kind in ("numbered", "prose", "bullet"):
                said = Extract(in_context(sentences, named[:1]), paragraph, passage.relevance or 0.0)
                return (Group(drafts=(said.draft(),)),)
    return ()


def _speaks_of(asked: Asked, sentence: str) -> bool:
    """True if a sentence names the matter and, where it is asked for, a time."""
    enough = not names_only_whom(asked) or cover_of_matter(asked, sentence) >= _HALF
    return touches(asked, sentence) and enough and (not asked.timing or tells_of_timing(sentence))


def _that_tells(question: Question, found: Group, reports: Sequence[Report], library: Library) -> Group:
    """The group as it tells what was asked for: how many in figures, else vaguely; of the newest of `reports` to do so.

    A question that asks for more beside how many is answered as any other.
    """
    ways = [found]
    if asks_for_figure(question.standalone) and not asks_for_more(question.standalone):
        vague: Amount | None = "vague" if counted(question.standalone) else None
        ways = [replace(found, limit=2, margin=_NEAR, amount="figure"), replace(found, least=_SURELY, amount=vague)]
    for way in ways:
        newest = replace(way, passages=tuple(_newest_first(question, way, reports, library)))
        if choose(read_asked(question, library), newest, library):
            return newest
    return ways[-1]


def _newest_first(question: Question, group: Group, reports: Sequence[Report], library: Library) -> Sequence[Passage]:
    """The Passages of the newest report that answers; all of them where an older one answers far better.

    A question without a date asks how things are.
    """
    asked = read_asked(question, library)
    best = max((passage.relevance or 0.0 for passage in group.passages), default=0.0)
    sure = replace(group, least=max(group.least, _SURELY))
    newest: dict[bool, list[Passage]] = {}
    for report in reversed(order(reports)):
        own = [passage for passage in group.passages if passage.chunk.report_id == report.id]
        near = own and (own[0].relevance or 0.0) >= max(_MAY_ANSWER, best - _OLDER)
        if own and choose(asked, replace(group if near else sure, passages=tuple(own)), library):
            newest.setdefault(report.kind == "area SEND", own)
    # A later SEND report does not make one on social care old, nor the other way round.
    return max(newest.values(), key=lambda own: own[0].relevance or 0.0, default=group.passages)


def find_latest(reports: Sequence[Report]) -> list[str]:
    """The ids of each council's newest inspection of children's services and of area SEND, and of letters since."""
    newest: dict[tuple[str | None, bool], date] = {}
    for report in reports:
        if report.when and (report.judgements or report.outcome):
            of = (report.council, report.kind == "area SEND")
            newest[of] = max(report.when, newest.get(of, report.when))
    return [
        report.id
        for report in reports
        if (report.when or date.min) >= newest.get((report.council, report.kind == "area SEND"), date.min)
    ]
