"""Understanding one question by its own words: councils, time, kind, areas, sort of answer and the reports meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.beyond import find_beyond
from assistant.dates import find_when, replace_dates
from assistant.everyday import in_inspectors_words
from assistant.names import find_councils, replace_councils
from assistant.periods import Period, When, order, select
from assistant.question import Question, Sort
from assistant.sorts import (
    asks_for_grade,
    find_areas,
    find_clause_grade,
    find_kind,
    find_sort,
    without_clause,
)
from assistant.telling import telling_words
from assistant.tone import asked_tone, without_tone
from corpus.report import Area, Report, ReportKind

LETTERS: frozenset[ReportKind | None] = frozenset({"focused visit", "monitoring visit"})
"""The kinds of report that grade nothing."""
_ASKS_FOR_KIND = re.compile(r"\b(?:inspect\w*|visit\w*|report\w*|letter\w*)\b", re.IGNORECASE)
_CLAUSES = re.compile(
    r",? and (?=(?:how|what|when|who|where|why|which|is|are|was|were|did|does|do|has|have|will)\b)|\? "
)
_FEW_WORDS = 2  # telling words that a clause of its own has at least
_DANGLING = re.compile(
    r"(?<![\w-])(?:back in|in|of|at|for|to|and|between|since|from|than|the|on|(?<!looked )after|until|till|post|pre|by|"
    r"(?<!time )(?<!one )(?<!inspection )(?<!report )before)[\s-]*"
    r"(?=[,?.!–]|-(?!\w)|$)(?!-\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a question say: its councils, those the library does not hold, its time, kind and areas.

    `sort`, `topic` and `wording`, as a Question has them, are None where its stand-alone form is to tell them.
    """

    councils: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    when: When = field(default_factory=When)
    kind: ReportKind | None = None
    areas: tuple[Area, ...] = ()
    sort: Sort | None = None
    topic: str | None = None
    wording: str | None = None


def read(text: str, reports: Sequence[Report]) -> Reading:
    """What a text says by itself, about a library with these reports."""
    councils, unknown = find_councils(text, {report.council for report in reports if report.council})
    newest = max((report.when for report in reports if report.when), default=date.max)
    areas = find_areas(without_clause(text))
    return Reading(councils, unknown, find_when(text).up_to(newest), find_kind(text), areas)


def ask(text: str, standalone: str, reading: Reading, reports: Sequence[Report]) -> Question:
    """The Question of a text, with its stand-alone wording and what it was read to say.

    Of councils praised or criticised for a matter, the matter alone is searched for: a cross-encoder reads "criticised"
    as what the sentence has to say.
    """
    plain, beyond = _half(without_clause(standalone)) if reading.sort is None else (without_clause(standalone), "")
    wanted = reading.sort or find_sort(plain, len(reading.councils), reading.when.count)
    when = reading.when.onwards if wanted == "over time" and reading.sort is None else reading.when
    if wanted == "over time" and when == When(newest=1):  # "how many times inadequate, and what is it now?"
        when = When()
    scope = [report for report in reports if not reading.councils or report.council in reading.councils]
    scope, missing = _of_kind(scope, replace(reading, when=when), wanted, plain)
    if clause := find_clause_grade(standalone):
        scope = [report for report in scope if report.grade("overall") == clause] or scope
    selected = order(choose(scope, when))
    narrowed = bool(reading.councils or when.named) or len(selected) < len(reports)
    topic = find_topic(plain, (*reading.councils, *reading.unknown)) if reading.topic is None else reading.topic
    wording = reading.wording or standalone
    if wanted == "across councils" and not reading.councils and asked_tone(plain):
        topic = wording = " ".join(telling_words(without_tone(topic))) or topic
    return Question(
        text=text,
        standalone=standalone,
        sort=wanted,
        councils=reading.councils,
        years=when.years,
        kind=reading.kind,
        areas=reading.areas,
        reports=tuple(report.id for report in selected) if narrowed else None,
        topic=in_inspectors_words(topic),
        wording=in_inspectors_words(wording),
        missing=missing or _missing(reading, scope, selected),
        unanswered=" ".join(filter(None, [beyond, _not_held(reading, reports)])),
        when=when,
    )


def find_topic(text: str, councils: Sequence[str]) -> str:
    """The text without councils and dates: what to search for inside the right reports."""
    return bare(text, councils) or text


def bare(text: str, councils: Sequence[str]) -> str:
    """The text without councils and dates, "" where nothing else is said."""
    topic = _DANGLING.sub("", replace_councils(replace_dates(text, ""), councils, ""))
    topic = re.sub(r"\(\W*\)", "", re.sub(r"\([\s,:]+", "(", topic))
    return " ".join(re.sub(r"\s+(?=[,?.!)])", "", topic).split()).strip(" ,-–")


def choose(scope: Sequence[Report], when: When) -> list[Report]:
    """The reports that a time points at: those of its periods, or those counted from the newest of each council.

    "The one before" is the one before the newest, or before those of the periods where they are named.
    """
    if not (when.before or when.last_but_one):
        return list(select(scope, when))
    chosen: list[Report] = []
    for council in dict.fromkeys(report.council for report in scope):
        held = order([report for report in scope if report.council == council])
        named = [report for report in select(held, when) if when.periods] or held[-1:]
        before = held[: held.index(named[0])][-1:] if named else []
        both = when.compared or (when.newest and not when.last_but_one)
        chosen += [*before, *named] if both and not when.last_but_one else before
    return chosen


def _of_kind(scope: list[Report], reading: Reading, sort: Sort, text: str) -> tuple[list[Report], str]:
    """The reports of the kind that is asked for, and what is missing where there are none."""
    if sort == "definition":
        return scope, ""
    if reading.kind is None:
        when = reading.when
        counted = bool(when.newest or when.oldest or when.before or when.last_but_one or when.by)
        one_each = counted or (sort == "across councils" and reading.councils)
        if sort in ("list", "over time", "grade") or one_each or asks_for_grade(text):
            graded = [report for report in scope if report.kind != "area SEND" and report.kind not in LETTERS]
            return graded or scope, ""
        return scope, ""
    found = [report for report in scope if report.kind == reading.kind]
    if found or not _ASKS_FOR_KIND.search(text):
        return found or scope, ""
    article = "an" if reading.kind[0].lower() in "aeio" else "a"
    return scope, f"{article} {reading.kind} report{_of(reading)}"


def _half(text: str) -> tuple[str, str]:
    """A question without the clauses that ask for what reports never hold, and what to say of those.

    As it is where nothing else is asked.
    """
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    beyond = [found for clause in clauses if (found := find_beyond(clause))]
    rest = [clause for clause in clauses if not find_beyond(clause)]
    if not beyond or not any(len(telling_words(clause)) >= _FEW_WORDS for clause in rest):
        return text, ""
    said = f"Inspection reports do not hold the rest: they say what inspectors found, not {beyond[0]}."
    return " and ".join(rest), said


def _not_held(reading: Reading, reports: Sequence[Report]) -> str:
    """What to say of councils and years that a question names beside those that the library holds."""
    said = [f"The library does not hold a report on {council}." for council in reading.unknown if reading.councils]
    periods = reading.when.periods
    own = [report for report in reports if not reading.councils or report.council in reading.councils]
    bare_ = [each for each in periods if not select(own, When((each,)))]
    if bare_ and len(bare_) < len(periods):
        said.append(f"It holds no report{_of(reading)} from {' or '.join(map(_stretch, bare_))}.")
    return " ".join(said)


def _missing(reading: Reading, scope: Sequence[Report], selected: Sequence[Report]) -> str:
    if reading.unknown and not reading.councils:
        return f"a report on {' or '.join(reading.unknown)}"
    if reading.when.periods and not selected:
        return f"a report{_of(reading)} from {' or '.join(map(_stretch, reading.when.periods))}"
    if not selected and scope and (reading.when.before or reading.when.last_but_one):
        return f"an earlier report{_of(reading)}"
    return "" if scope else "a report on that"


def _stretch(period: Period) -> str:
    """A period as it follows "from": "2019", "2015 to 2022", "2020 on", "2018 or before"."""
    if period.words.startswith("since"):
        return f"{period.first.year} on"
    return f"{period.last.year} or before" if period.words.startswith("up to") else period.words


def _of(reading: Reading) -> str:
    return f" on {' or '.join(reading.councils)}" if reading.councils else ""
