"""Saying a follow-up as it reads without the turns before it: what is shown as understood, and searched for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import wording
from assistant.carry import Lead
from assistant.dates import find_when, replace_dates, without_time
from assistant.describe import AREA_NAMES
from assistant.grades import named_grades
from assistant.names import find_councils, replace_councils
from assistant.periods import When, order
from assistant.question import Question
from assistant.reading import Reading, choose, find_topic
from assistant.sorts import asks_of_the_whole, find_sort, without_clause
from corpus.report import Area, Report

_FEW_OWN = 3  # words of its own; a longer follow-up that says "it" has said what "it" is
_ALL = "all councils"
_ADDED = re.compile(r"\s+\((?P<about>[^():]*)(?:: (?P<before>[^()]*))?\)$")
REASON = re.compile(r"^Why was .* judged [a-z ]+(?: in \d{4})?\?")
"""How "Why?" is said where it follows a grade."""


def restate(lead: Lead, reading: Reading, reports: Sequence[Report]) -> tuple[str, Reading]:
    """The stand-alone wording of a follow-up, and the reading with what to search for."""
    asks_why = wording.WHY.search(lead.text) or REASON.match(lead.previous.standalone)
    if lead.elliptic and asks_why and reading.when.count <= 1 and (reason := _why(lead, reading, reports)):
        return reason
    if lead.previous.sort == "list" and lead.named.when.named and asks_of_change(lead.text):
        text = lead.text[:1].upper() + lead.text[1:]
        return _with_added(text, reading.councils, ""), replace(reading, topic=None, sort="over time")
    if lead.elliptic and not asks_anew(lead):
        return again(lead.previous, reading)
    text = lead.text[:1].upper() + lead.text[1:]
    topic = find_topic(without_clause(text), reading.councils)
    before = _subject(lead.previous) if lead.elliptic or (lead.back and len(lead.own) <= _FEW_OWN) else ""
    before = before if wording.own_words(before, reading.councils) else ""
    said = find_councils(lead.text, reading.councils)[0]
    times = () if lead.named.when.named and not lead.named.when.before else reading.when.words
    about = [council for council in reading.councils if council not in said or before]
    topic = f"{topic} ({before})" if before else topic
    reading = replace(reading, topic=topic, wording=_with_added(text, about, before))
    return _with_added(text, [*about, *times], before), reading


def asks_anew(lead: Lead) -> bool:
    """True for "how many of them?" or "when was that?": the old subject, but another thing asked about it."""
    again = (wording.MORE, wording.ANYWHERE, wording.FIXED, wording.OF_THEM, wording.ALWAYS)
    if lead.named.when.named or lead.named.councils or any(pattern.search(lead.text) for pattern in again):
        return False
    return wording.ASKS_ANEW.search(without_clause(lead.text)) is not None


def asks_of_change(text: str) -> bool:
    """True for "How has it changed?", which after a list of what to improve is asked of the council as a whole."""
    return find_sort(text, 0) == "over time" and asks_of_the_whole(without_time(text))


def again(previous: Question, reading: Reading) -> tuple[str, Reading]:
    """A question asked again, of the councils and the time of this reading: its stand-alone wording and the reading."""
    sentence, before = _without_added(previous)
    old_when = find_when(sentence)
    new = (*reading.councils, *reading.unknown)
    held = {*previous.councils, *reading.councils}
    old = (*previous.councils, *find_councils(sentence, held)[1])
    same = set(new) == set(previous.councils)
    marked = replace_councils(sentence, old, "\0") if old and not same else sentence
    named = "\0" in marked or (same and bool(find_councils(sentence, new)[0]))
    marked = re.sub(r"\0(?:(?:\s|,|\band\b|\bor\b|\bvs?\b\.?|\bwith\b|\bto\b|\bagainst\b)+\0)+", "\0", marked)
    if not new:
        marked = re.sub(r"\b(?:in|of|for|at)\s+\0", "", marked)
    sentence = _tidy(marked.replace("\0", " and ".join(new)))
    about = [] if named else list(new)
    if not new and previous.councils:
        about = [_ALL]
    times: tuple[str, ...] = ()
    if reading.when != previous.when or (reading.when.named and not old_when.named):
        sentence, times = _with_time(sentence, old_when, reading.when)
    reading = replace(reading, topic=previous.topic, wording=_with_added(sentence, about, before))
    return _with_added(sentence, [*about, *times], before), reading


def _with_time(sentence: str, old: When, new: When) -> tuple[str, tuple[str, ...]]:
    """A sentence at another time, and what is to be said of the time beside it."""
    years = [each.words for each in new.periods]
    if len(years) == len(old.periods) == 1 and years[0].isdigit() and old.periods[0].words.isdigit():
        return replace_dates(sentence, years[0]), ()
    return _tidy(without_time(sentence)), new.words


def _without_added(question: Question) -> tuple[str, str]:
    """The stand-alone wording without what was added in brackets, and the subject before that stands there."""
    added = _ADDED.search(question.standalone)
    ours = {_ALL, *question.councils, *question.when.words}
    if added and (added["about"].split(", ")[0] in ours or find_councils(added["about"], ())[1]):
        return question.standalone[: added.start()], added["before"] or ""
    return question.standalone, ""


def _with_added(sentence: str, about: Sequence[str], before: str) -> str:
    if not before:
        return f"{sentence} ({', '.join(about)})" if about else sentence
    return f"{sentence} ({', '.join(about) or _ALL}: {before})"


def _subject(previous: Question) -> str:
    """What the question before is about, for a follow-up that points back at it, however far."""
    sentence, before = _without_added(previous)
    about = before if before and wording.points_back(sentence) else find_topic(sentence, previous.councils)
    return re.sub(r"[()]", "", about)


def _why(lead: Lead, reading: Reading, reports: Sequence[Report]) -> tuple[str, Reading] | None:
    """For "Why?" after a grade, the grade that was given: "Why was Leeds judged good in 2022?"."""
    scope = [report for report in reports if report.council in reading.councils and report.judgements]
    judged = order(choose(scope, reading.when))[-1:]
    asked = lead.previous.sort == "grade" or REASON.match(lead.previous.standalone)
    if not judged or not asked or len(reading.councils) != 1 or judged[0].when is None:
        return None
    areas = reading.areas or _areas_judged(judged[0], lead.previous)
    grade = judged[0].grade(areas[0] if areas else "overall")
    if grade is None:
        return None
    whose = f"{AREA_NAMES.get(areas[0], areas[0].replace('_', ' '))} in " if areas else ""
    text = f"Why was {whose}{reading.councils[0]} judged {grade} in {judged[0].when.year}?"
    return text, replace(reading, areas=areas, topic=None)


def _areas_judged(report: Report, previous: Question) -> tuple[Area, ...]:
    """The only area with the grade that a question names: "Which part was inadequate?"; none where it is the whole."""
    named = named_grades(previous.standalone)
    areas = tuple(each.area for each in report.judgements if each.grade in named)
    return areas if len(areas) == 1 and areas[0] != "overall" else ()


def _tidy(text: str) -> str:
    return re.sub(r"\s+(?=[?,.!;:)])|(?<=\()\s+", "", " ".join(text.split()))
