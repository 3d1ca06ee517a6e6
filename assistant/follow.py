"""Resolving a follow-up: what it leaves unsaid comes from the turns before it, and what no longer fits is dropped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant import wording
from assistant.beyond import find_beyond
from assistant.carry import Lead, at_time
from assistant.conversation import Turn
from assistant.names import find_councils, replace_councils
from assistant.periods import When
from assistant.question import Question, Sort
from assistant.reading import LETTERS, Reading, ask, choose
from assistant.restate import REASON, asks_anew, restate
from assistant.sorts import asks_for_grade, find_sort, without_clause
from corpus.report import Area, Report, ReportKind

_FEW_OWN = 2  # words of its own that a question of another council may have and still be about the subject before
_FEW_CITED = 6  # councils; more are not "they"
_NTH = {"first": 0, "second": 1, "third": 2, "last": -1}
_THAT_COUNCIL = re.compile(r"\b(?:the |take |your )+(?P<nth>first|second|third|last) (?:one|council)\b", re.IGNORECASE)


def follows(text: str, named: Reading, previous: Question) -> bool:
    """True if a question leans on the one before: it names no council or subject of its own, or points back."""
    plain = wording.without_openers(text)
    if wording.NEW_THREAD.search(plain):
        return False
    councils = (*named.councils, *named.unknown)
    own, back = wording.own_words(text, councils), wording.points_back(text)
    if councils:
        if plain == text.strip() and wording.OVERALL.search(replace_councils(plain, councils, "\0")):
            return False
        return not own or (back and len(own) <= _FEW_OWN)
    if own and not back and not wording.MORE.search(plain) and find_sort(plain, 0) == "across councils":
        of_them = previous.councils and wording.OF_THEM.search(plain)
        return bool(of_them or wording.ANYWHERE.search(plain))
    return True


def follow(text: str, named: Reading, thread: Sequence[Turn], reports: Sequence[Report]) -> Question:
    """The Question of a follow-up to a thread of turns, each of which asked something."""
    own = tuple(wording.own_words(text, (*named.councils, *named.unknown)))
    lead = Lead(wording.without_openers(text), named, thread[-1], own, wording.points_back(text))
    reading = _whose(lead, reports)
    timeless = find_sort(lead.text, 0) == "definition" and not lead.back
    if timeless or find_beyond(lead.text):  # what a word means, and what no report holds, is the same at any time
        return ask(text, lead.text, reading, reports)
    reading = replace(reading, kind=_kind(lead, reading), areas=_areas(lead))
    reading, missing = at_time(lead, reading, reports)
    reading = _of_held_kind(lead, reading, reports)
    standalone, reading = restate(lead, reading, reports)
    question = ask(text, standalone, replace(reading, sort=_sort(lead, reading, standalone)), reports)
    if missing:
        return replace(question, missing=missing, reports=())
    if wording.ANYWHERE.search(lead.text) and wording.OTHERS.search(lead.text):
        return _without_those_shown(question, thread, reports)
    return question


def _whose(lead: Lead, reports: Sequence[Report]) -> Reading:
    """The councils that a follow-up is about, held and not."""
    named, previous = lead.named, lead.previous
    if named.councils:
        beside = wording.BESIDE.search(replace_councils(lead.text, named.councils, "\0"))
        joined = (*previous.councils, *named.councils) if beside and not lead.own else named.councils
        return replace(named, councils=tuple(dict.fromkeys(joined)))
    if named.unknown:
        about_those = lead.own and lead.back and previous.councils
        return replace(named, councils=previous.councils, unknown=()) if about_those else named
    several = previous.councils if len(previous.councils) > 1 else _councils(lead.cited)
    if len(several) > 1 and (nth := _THAT_COUNCIL.search(lead.text)):
        return replace(named, councils=several[_NTH[nth["nth"].lower()] :][:1], when=When())
    if not previous.councils and (shown := _shown(lead, reports)):
        return replace(named, councils=shown)
    across = wording.ANYWHERE.search(lead.text) or find_sort(lead.text, 0) == "across councils"
    of_those = wording.MORE.search(lead.text) or (wording.OF_THEM.search(lead.text) and len(previous.councils) > 1)
    if across and not of_those:
        return replace(named, councils=())
    held = {report.council for report in reports if report.council}
    unknown = () if previous.councils else find_councils(previous.standalone, held)[1] if previous.missing else ()
    return replace(named, councils=previous.councils, unknown=unknown)


def _shown(lead: Lead, reports: Sequence[Report]) -> tuple[str, ...]:
    """The councils that the answer to a question about no council in particular speaks of, where these are meant."""
    if lead.previous.missing or wording.ANYWHERE.search(lead.text):
        return ()
    shown = _councils(lead.cited)
    if 0 < len(shown) <= _FEW_CITED and (len(shown) == 1 or wording.THOSE_COUNCILS.search(lead.text)):
        return shown
    looked = _councils([report for report in reports if report.id in (lead.previous.reports or ())])
    return looked if len(looked) == 1 else ()


def _kind(lead: Lead, reading: Reading) -> ReportKind | None:
    """The kind that is named, or the one before where it still fits."""
    previous = lead.previous.kind
    if reading.kind or previous is None or wording.SOCIAL_CARE.search(lead.text):
        return reading.kind
    if previous == "area SEND" and lead.named.areas:  # areas are what inspections of social care grade
        return None
    if previous in LETTERS and lead.named.when.named and re.search(r"\binspection\b", lead.text, re.IGNORECASE):
        return None
    if previous != "area SEND" and previous not in LETTERS and lead.named.when.named:  # frameworks follow one another
        return None
    same = reading.councils == lead.previous.councils or not lead.previous.councils
    return previous if lead.elliptic or same else None


def _of_held_kind(lead: Lead, reading: Reading, reports: Sequence[Report]) -> Reading:
    """The same without a kind that was only carried over and that the time now asked about does not have."""
    if reading.kind == lead.named.kind or reading.councils != lead.previous.councils:
        return reading
    of_kind = [r for r in reports if r.council in reading.councils and r.kind == reading.kind]
    return reading if choose(of_kind, reading.when) else replace(reading, kind=None)


def _areas(lead: Lead) -> tuple[Area, ...]:
    return lead.named.areas or (lead.previous.areas if lead.elliptic or lead.back else ())


def _sort(lead: Lead, reading: Reading, standalone: str) -> Sort:
    """The sort of answer: that of the question before where it is asked again, else what the words say."""
    if reading.sort or len(reading.councils) > 1:
        return reading.sort or "across councils"
    if wording.ANYWHERE.search(lead.text) and not reading.councils:
        return "across councils"
    said = find_sort(without_clause(lead.text), len(reading.councils))
    since = not reading.when.named or any(period.last == date.max for period in reading.when.periods)
    if said == "list" or (said == "over time" and since and reading.councils == lead.previous.councils):
        return said
    if not lead.elliptic:
        counted = find_sort(without_clause(lead.text), len(reading.councils), reading.when.count)
        return _sort_of_phrase(lead, reading, "fact" if counted == "definition" and lead.back else counted)
    if wording.WHY.search(lead.text) or asks_anew(lead) or (REASON.match(standalone) and reading.when.count <= 1):
        return "fact"
    return _sort_again(lead.previous, reading, standalone)


def _sort_again(previous: Question, reading: Reading, standalone: str) -> Sort:
    """The sort of the question before, asked of other councils or of another time."""
    count = reading.when.count
    if previous.sort == "over time" and count == 1 and previous.when != reading.when:
        return "grade" if asks_for_grade(standalone) else "fact"
    if previous.sort == "across councils" and reading.councils:
        found = find_sort(standalone, 1, count)
        return "fact" if found == "across councils" else found
    return "over time" if count > 1 and previous.sort in ("fact", "grade") else previous.sort


def _sort_of_phrase(lead: Lead, reading: Reading, said: Sort) -> Sort:
    """The sort of "And care leavers?": that of the question before, where only the subject is another."""
    previous = lead.previous
    if said != "fact" or not wording.is_phrase(lead.text) or reading.when != previous.when:
        return said
    graded = previous.sort == "grade" and asks_for_grade(previous.standalone) and reading.areas and previous.areas
    asked_of_all = previous.sort == "across councils" and not reading.councils
    return previous.sort if previous.sort == "over time" or graded or asked_of_all else said


def _without_those_shown(question: Question, thread: Sequence[Turn], reports: Sequence[Report]) -> Question:
    """The same about the councils that the thread has not spoken of on this subject."""
    about = [turn for turn in thread if turn is thread[-1] or turn.answer.question.topic == question.topic]
    cited = [citation.report for turn in about for citation in turn.answer.citations]
    shown = {council for turn in about for council in turn.answer.question.councils} | set(_councils(cited))
    within = [report for report in reports if question.reports is None or report.id in question.reports]
    others = tuple(report.id for report in reports if report in within and report.council not in shown)
    return replace(question, reports=others) if others else question


def _councils(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.council for report in reports if report.council))
