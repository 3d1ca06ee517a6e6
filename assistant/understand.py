"""Understanding a question: councils, dates, kind, areas, the sort of answer, and what a follow-up leaves unsaid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.conversation import Conversation
from assistant.names import find_councils, without_councils
from assistant.periods import Period, When, find_when, order, select, without_dates
from assistant.question import Question
from assistant.sorts import asks_for_grade, find_areas, find_kind, find_sort
from corpus.report import Report, ReportKind
from corpus.words import content_words

_LETTERS: frozenset[ReportKind | None] = frozenset({"focused visit", "monitoring visit"})
_ANAPHORA = re.compile(r"\b(?:it|that|this|those|these|there|so|others?|one|same)\b|^\s*(?:and|why|how come)\b", re.I)
_NOT_ABOUT_LIBRARY = re.compile(
    r"^\s*(?:how (?:do|can|should) i|tell me a joke|hello|hi|hey|thanks?|thank you)\b", re.I
)
_LATER = re.compile(
    r"\b(?P<count>\d|one|two|three|four|five) years? (?:after|later|on)\b|\b(?P<back>\d|one|two|three|four|five) "
    r"years? (?:before|earlier)\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_EMPTY_WORDS = frozenset(
    """better worse any more less else then now time years year after before later earlier same again still other
    others one ones about happened happen did say said tell report reports inspection inspections inspectors ofsted
    council councils three two four five since last next really please thanks give list""".split()
)
_FRAMES = re.compile(
    r"^(?:back in\s*,?|in the\s*,?|according to the reports?,?|did ofsted (?:say|find) (?:that )?)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words of a question themselves say."""

    councils: tuple[str, ...]
    unknown: tuple[str, ...]
    when: When
    kind: ReportKind | None
    topic: str


def understand(text: str, conversation: Conversation, reports: Sequence[Report]) -> Question:
    """The Question that a text asks after these turns, about a library with these reports."""
    held = {report.council for report in reports if report.council}
    councils, unknown = find_councils(text, held)
    named = _Named(councils, unknown, find_when(text), find_kind(text), find_topic(text, (*councils, *unknown)))
    previous = conversation.turns[-1].answer.question if conversation.turns else None
    if previous is not None and _follows(text, named):
        return _follow(text, named, previous, reports)
    return _question(text, text, named, reports)


def find_topic(text: str, councils: Sequence[str]) -> str:
    """The text without councils and dates: what to search for inside the right reports."""
    topic = without_councils(without_dates(text), councils)
    topic = re.sub(r"\b(?:in|of|at|for|to|and|between|since|from)\s*(?=[,?.!]|$)", "", topic).strip(" ,-–")
    return _FRAMES.sub("", topic).strip(" ,-–") or text


def _question(
    text: str, standalone: str, named: _Named, reports: Sequence[Report], inherited: tuple[Report, ...] | None = None
) -> Question:
    sort = find_sort(standalone, len(named.councils))
    scope = list(reports)
    if named.councils:
        scope = [report for report in scope if report.council in named.councils]
    scope, missing = _of_kind(scope, named, sort, standalone)
    if inherited is not None:
        scope = [report for report in scope if report in inherited] or scope
    selected = select(scope, named.when)
    if named.when.before:
        selected = tuple(r for c in named.councils for r in order([s for s in scope if s.council == c])[-2:])
    if not missing:
        missing = _missing(named, scope, selected)
    narrowed = bool(named.councils or named.when.periods or named.when.newest) or len(selected) < len(reports)
    return Question(
        text=text,
        standalone=standalone,
        sort=sort,
        councils=named.councils,
        years=named.when.years,
        kind=named.kind,
        areas=find_areas(standalone),
        reports=tuple(report.id for report in order(selected)) if narrowed else None,
        topic=named.topic,
        missing=missing,
    )


def _of_kind(scope: list[Report], named: _Named, sort: str, text: str) -> tuple[list[Report], str]:
    """The reports of the kind that is asked for, and what is missing where there are none."""
    if named.kind is None:
        if sort in ("list", "over time", "grade") or asks_for_grade(text):
            graded = [report for report in scope if report.kind != "area SEND" and report.kind not in _LETTERS]
            return graded or scope, ""
        return scope, ""
    found = [report for report in scope if report.kind == named.kind]
    asked_for_visit = re.search(r"\b(?:inspect\w*|visit\w*|report\w*|letter\w*)\b", text, re.IGNORECASE)
    if found or not asked_for_visit:
        return found or scope, ""
    of = f" on {' or '.join(named.councils)}" if named.councils else ""
    article = "an" if named.kind[0].lower() in "aeiou" else "a"
    return scope, f"{article} {named.kind} report{of}"


def _missing(named: _Named, scope: Sequence[Report], selected: Sequence[Report]) -> str:
    if named.unknown and not named.councils:
        return f"a report on {' or '.join(named.unknown)}"
    if named.when.periods and not selected:
        of = f" on {' or '.join(named.councils)}" if named.councils else ""
        return f"a report{of} from {' or '.join(map(str, named.when.years))}"
    return "" if scope else "a report on that"


def _follows(text: str, named: _Named) -> bool:
    """True if a question leans on the turns before it: it names no council of its own, or points back."""
    if named.unknown or _NOT_ABOUT_LIBRARY.search(text):
        return False
    return not named.councils or (bool(_ANAPHORA.search(text)) and len(_own_words(named.topic)) <= 2)


def _follow(text: str, named: _Named, previous: Question, reports: Sequence[Report]) -> Question:
    sort = find_sort(text, len(named.councils))
    if not named.councils and (sort == "across councils" or not previous.councils):
        return _question(text, text, named, reports)
    councils = named.councils or previous.councils
    when = named.when
    if (shift := _LATER.search(text)) and previous.years:
        word = (shift["count"] or shift["back"]).lower()
        years = (_NUMBERS.get(word) or int(word)) * (1 if shift["count"] else -1)
        when = find_when(str(previous.years[-1] + years))
    topic = named.topic
    if not _own_words(topic) or (_ANAPHORA.search(text) and len(_own_words(topic)) <= 3):
        topic = f"{previous.topic} {topic}" if _own_words(topic) else previous.topic
    same_councils = not named.councils or named.councils == previous.councils
    inherited: tuple[Report, ...] | None = None
    if same_councils and not when.periods and not when.newest and not when.before and previous.reports is not None:
        inherited = tuple(report for report in reports if report.id in previous.reports)
    kind = named.kind or (previous.kind if same_councils else None)
    whole = _Named(councils, (), when, kind, topic)
    own_sort = sort != "fact" or _own_words(named.topic)
    standalone = f"{topic} ({', '.join(councils)})" if not own_sort else f"{text} ({', '.join(councils)}: {topic})"
    return _question(text, standalone, whole, reports, inherited)


def _own_words(topic: str) -> list[str]:
    return [word for word in content_words(topic) if word not in _EMPTY_WORDS]


__all__ = ["Period", "find_topic", "understand"]
