"""Understanding a question: councils, dates, kind, areas, the sort of answer, and what a follow-up leaves unsaid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.conversation import Conversation
from assistant.everyday import in_inspectors_words
from assistant.names import find_councils, replace_councils
from assistant.periods import When, find_when, order, replace_dates, select
from assistant.question import Question, Sort
from assistant.sorts import asks_for_grade, find_areas, find_clause_grade, find_kind, find_sort, without_clause
from assistant.theme import telling_words
from corpus.report import Report, ReportKind

_LETTERS: frozenset[ReportKind | None] = frozenset({"focused visit", "monitoring visit"})
_POINTS_BACK = re.compile(
    r"\b(?:it|that|this|those|these|there|so|they|them|others?|one|same)\b|^\s*(?:and|why|how come)\b", re.IGNORECASE
)
_NOT_A_FOLLOW_UP = re.compile(r"^\s*(?:how (?:do|can|should) i|hello|hi|hey|thanks?|thank you)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<count>\d|one|two|three|four|five) years? (?:after|later|on)\b|"
    r"\b(?P<back>\d|one|two|three|four|five) years? (?:before|earlier)\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DANGLING = re.compile(
    r"\b(?:back in|in|of|at|for|to|and|between|since|from|than|the|on)\s*(?=[,?.!–-]|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words of a question themselves say."""

    councils: tuple[str, ...]
    unknown: tuple[str, ...]
    when: When
    kind: ReportKind | None


def understand(text: str, conversation: Conversation, reports: Sequence[Report]) -> Question:
    """The Question that a text asks after these turns, about a library with these reports."""
    named = _read(text, reports)
    previous = conversation.turns[-1].answer.question if conversation.turns else None
    if previous is not None and _follows(text, named):
        return _follow(text, named, previous, reports)
    return _question(text, text, named, reports)


def find_topic(text: str, councils: Sequence[str]) -> str:
    """The text without councils and dates: what to search for inside the right reports."""
    topic = _DANGLING.sub("", replace_councils(replace_dates(text, ""), councils, ""))
    return " ".join(re.sub(r"\s+(?=[,?.!])", "", topic).split()).strip(" ,-–") or text


def _read(text: str, reports: Sequence[Report]) -> _Named:
    councils, unknown = find_councils(text, {report.council for report in reports if report.council})
    return _Named(councils, unknown, find_when(text), find_kind(text))


def _question(
    text: str, standalone: str, named: _Named, reports: Sequence[Report], inherited: tuple[str, ...] | None = None
) -> Question:
    plain = without_clause(standalone)
    sort = find_sort(plain, len(named.councils), len(named.when.periods) + named.when.newest)
    when = named.when.onwards if sort == "over time" else named.when
    scope = [report for report in reports if not named.councils or report.council in named.councils]
    scope, missing = _of_kind(scope, named, sort, plain)
    if inherited is not None:
        scope = [report for report in scope if report.id in inherited] or scope
    if clause := find_clause_grade(standalone):
        scope = [report for report in scope if report.grade("overall") == clause] or scope
    selected = select(scope, when)
    if when.before:
        selected = tuple(r for c in named.councils for r in order([s for s in scope if s.council == c])[-2:])
    narrowed = bool(named.councils or when.periods or when.newest) or len(selected) < len(reports)
    return Question(
        text=text,
        standalone=standalone,
        sort=sort,
        councils=named.councils,
        years=when.years,
        kind=named.kind,
        areas=find_areas(plain),
        reports=tuple(report.id for report in order(selected)) if narrowed else None,
        topic=in_inspectors_words(find_topic(plain, (*named.councils, *named.unknown))),
        wording=in_inspectors_words(standalone),
        missing=missing or _missing(named, scope, selected),
    )


def _of_kind(scope: list[Report], named: _Named, sort: Sort, text: str) -> tuple[list[Report], str]:
    """The reports of the kind that is asked for, and what is missing where there are none."""
    if named.kind is None:
        one_each = named.when.newest or named.when.before or (sort == "across councils" and named.councils)
        if sort in ("list", "over time", "grade") or one_each or asks_for_grade(text):
            graded = [report for report in scope if report.kind != "area SEND" and report.kind not in _LETTERS]
            return graded or scope, ""
        return scope, ""
    found = [report for report in scope if report.kind == named.kind]
    asks_for_kind = re.search(r"\b(?:inspect\w*|visit\w*|report\w*|letter\w*)\b", text, re.IGNORECASE)
    if found or not asks_for_kind:
        return found or scope, ""
    of = f" on {' or '.join(named.councils)}" if named.councils else ""
    article = "an" if named.kind[0].lower() in "aeio" else "a"
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
    if named.unknown or _NOT_A_FOLLOW_UP.search(text):
        return False
    own = _own_words(text, named.councils)
    return not named.councils or not own or (_POINTS_BACK.search(text) is not None and len(own) <= 2)


def _follow(text: str, named: _Named, previous: Question, reports: Sequence[Report]) -> Question:
    if not named.councils and (find_sort(text, 0) == "across councils" or not previous.councils):
        return _question(text, text, named, reports)
    same = not named.councils or named.councils == previous.councils
    councils = named.councils or previous.councils
    when = named.when
    if (shift := _LATER.search(text)) and previous.years:
        word = (shift["count"] or shift["back"]).lower()
        years = _NUMBERS.get(word) or int(word)
        when = find_when(str(previous.years[-1] + (years if shift["count"] else -years)))
    inherited = previous.reports if same and not (when.periods or when.newest or when.before) else None
    whole = _Named(councils, (), when, named.kind or (previous.kind if same else None))
    standalone = _standalone(text, whole, named, previous)
    question = _question(text, standalone, whole, reports, inherited)
    return replace(question, years=previous.years) if inherited and not question.years else question


def _standalone(text: str, whole: _Named, named: _Named, previous: Question) -> str:
    """The follow-up as it reads without the turns before it."""
    own = _own_words(text, named.councils)
    before = find_topic(previous.standalone, previous.councils)
    about = ", ".join([*whole.councils, *map(str, whole.when.years)])
    if not own:  # "and in 2022?", "is Hackney any better at it?": the same question of other reports
        council, years = " and ".join(whole.councils), " and ".join(map(str, whole.when.years))
        return replace_dates(replace_councils(previous.standalone, previous.councils, council), years)
    if len(own) <= 3 and re.search(r"\b(?:it|they|them|that|this|those|these)\b", text, re.IGNORECASE):
        return f"{text} ({about}: {before})"
    return f"{text} ({about})"


def _own_words(text: str, councils: Sequence[str]) -> list[str]:
    return telling_words(find_topic(text, councils))
