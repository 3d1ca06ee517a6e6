"""Finding what a text says about time: dates, stretches, and inspections counted from the newest or the oldest."""

import re
from datetime import date, timedelta

from assistant.periods import Period, When

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
_NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))
_COUNT = "|".join([*_NUMBERS, r"[1-9]\d?"])
_DATED = re.compile(
    r"(?:\b(?P<month>" + "|".join([*_MONTHS, *_SEASONS]) + r")\.?\s+(?:of\s+)?)?\b(?P<year>20[012]\d)"
    r"(?:\s*[-–/]\s*(?P<to>(?:20)?\d\d))?\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?P<word>since|from)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?P<word>after|post|later than|before|pre|prior to|earlier than|until|till|up to|by|as of)[\s-]+"
    r"(?:(?:the|about|around|mid|late|early|end|start|beginning|middle|of)[\s-]+){0,4}$",
    re.IGNORECASE,
)
_OF_A_REPORT = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:(?:re-?)?inspections?|visits?|reports?|letters?|judge?ments?|ilacs|one)\b",
    re.IGNORECASE,
)
"""Behind a date: "told to improve after the 2019 inspection" asks what the report of that inspection says."""
_TO_NOW = re.compile(r"\s*(?:through\s+)?to\s+(?:now|today|date|the (?:latest|last|newest))\b", re.IGNORECASE)
_ONWARDS = re.compile(r"\s*on(?:wards?)?\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:last|past|previous)\s+(?:(?P<count>{_COUNT})\s+years|(?P<decade>decade))\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:last|latest|newest|past|most recent|previous)\s+(?P<count>two|three|four|five|[2-5])\b"
    r"(?!\s+(?:years?|months?|weeks?|days?|terms?|quarters?)\b)",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent|last(?! (?:resort|years?|months?|weeks?|night|minute|decade)\b)|current|currently|"
    r"these days|now|today|at the moment)\b",
    re.IGNORECASE,
)
_AND_LATEST = re.compile(r"\b(?:and|to|with) (?:the|its|their) (?:latest|newest|most recent|last)\b", re.IGNORECASE)
_OLDEST = re.compile(
    r"\b(?:first|earliest|oldest)(?:\s+(?P<count>two|three|four|five|[2-5]))?"
    r"\s+(?:(?:ofsted|ilacs|sif|full|ever)\s+)?(?:inspections?|reports?|ones?|(?:monitoring|focused|ofsted) visits?)\b|"
    r"\bfirst(?= (?:and|to|with|or|versus|against) (?:the |its |their )?(?:last|latest|newest|most recent)\b)|"
    r"\bthe first (?P<few>two|three|four|five|[2-5])\s*\??$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:(?:through )?to|through|until|till|up to|[-–])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_LAST_BUT_ONE = re.compile(
    r"\b(?:(?:inspection|one|report|time|visit) before last|(?:last )?(?:time |one )?last but one|last time but one|"
    r"penultimate|second[- ](?:to[- ])?last)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\bthe (?:one|time|inspection|report|visit) (?:just |right |immediately )?before\b|\bbefore (?:that|then)\b|"
    r"\b(?:previous|prior|preceding)(?: (?:\w+ ){0,2}?(?:inspection|report|one|time|grade|rating|judge?ment|verdict|"
    r"ofsted|(?:monitoring|focused) visit)\b|\s*\??$)|\bearlier (?:one|inspection|report)\b|"
    r"^(?:what (?:was|were) (?:it|they|that) (?:like )?|what about |how about |and )*before\s*\??$",
    re.IGNORECASE,
)
_BEFORE_DATED = re.compile(r"\bbefore (?:that|then)\b\W+(?:back )?(?:in |at )?(?:the )?(?:\w+ )?20\d\d", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:compared?|than|versus|vs?|up or down|better|worse|difference|changed?|improved?|as (?:good|bad))\b",
    re.IGNORECASE,
)
_YEARS = rf"(?:(?:{_COUNT}) years?|a year|the year|a decade)"
_SHIFT = re.compile(
    rf"\b(?P<on>{_YEARS}) (?:after|later|on|afterwards)\b|\b(?P<back>{_YEARS}) (?:before|earlier|previously)\b",
    re.IGNORECASE,
)
_HELD = r"(?:\s+(?:ofsted\s+)?(?:inspections?|reports?|visits?|letters?|ones?|time))?"
_LEADING = (
    r"(?:\b(?:up to|later than|earlier than|prior to|back in|as of|in|of|at|for|from|since|during|between|to|until|"
    r"till|by|before|after|over|within|pre|post|and|than|about|the|its|their|just|mid|end)[\s,-]+){0,5}"
)
_ANY_TIME = tuple(
    re.compile(rf"{_LEADING}(?:{pattern.pattern}){tail}", re.IGNORECASE)
    for pattern, tail in (
        (_PAST, ""),
        (_COUNTED, _HELD),
        (_LAST_BUT_ONE, ""),
        (_OLDEST, ""),
        (_PREVIOUS, ""),
        (_SHIFT, r"(?:\s+that)?"),
        (_DATED, _HELD),
        (_LATEST, _HELD),
    )
)


def find_when(text: str) -> When:
    """What a text says about time."""
    dates = list(_DATED.finditer(text))
    periods = tuple(_period(match, text) for match in dates)
    if len(dates) == 2 and _is_stretch(text, *dates):
        periods = (Period(periods[0].first, periods[1].last, (*periods[0].years, *periods[1].years)),)
    by = len(dates) == 1 and _bound(dates[0], text) in ("by", "as of")
    if (past := _PAST.search(text)) and not periods:
        return When(past=10 if past["decade"] else _number(past["count"]))
    if counted := _COUNTED.search(text):
        return When(periods, newest=_number(counted["count"]))
    if _LAST_BUT_ONE.search(text):
        return When(periods, last_but_one=True)
    if oldest := _OLDEST.search(text):
        # "Compare the first inspection with the latest" sets them side by side.
        few = oldest["count"] or oldest["few"]
        return When(periods, newest=int(bool(_LATEST.search(text))), oldest=_number(few) if few else 1)
    latest = _AND_LATEST if periods else _LATEST
    before = bool(_PREVIOUS.search(text)) and not (periods and _BEFORE_DATED.search(text))
    if before and periods and periods[0].first == date.min:  # "the one before 2019" is the last of those before
        before, by = False, True
    return When(
        periods, newest=int(bool(latest.search(text))), before=before, by=by, compared=bool(_COMPARED.search(text))
    )


def find_shift(text: str) -> int:
    """The years by which a text moves on from the year in hand: 3 for "three years later", -3 for "earlier"."""
    shift = _SHIFT.search(text)
    if shift is None:
        return 0
    word = (shift["on"] or shift["back"]).lower()
    years = 10 if word == "a decade" else 1 if word in ("a year", "the year") else _number(word.split()[0])
    return years if shift["on"] else -years


def replace_dates(text: str, other: str) -> str:
    """The text with its dates replaced by another, or without them."""
    return " ".join(_DATED.sub(other or " ", text).split())


def without_time(text: str) -> str:
    """The text without anything that it says about time, nor the words that lead to it: "at the last inspection"."""
    for pattern in _ANY_TIME:
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _is_stretch(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """True for "2015 to 2022" and "between 2015 and 2022"; "2015 and 2022" are two years."""
    joint = text[first.end() : last.start()]
    between = _AND.fullmatch(joint) and _BETWEEN.search(text[: first.start()])
    return bool(_TO.fullmatch(joint) or between)


def _period(match: re.Match[str], text: str) -> Period:
    year = int(match["year"])
    month = (match["month"] or "").lower()
    first, last = (_MONTHS[month],) * 2 if month in _MONTHS else _SEASONS.get(month, (1, 12))
    to = int(match["to"]) if match["to"] else year
    end = max(year, year if match["to"] is None else (to if to > 100 else 2000 + to))
    begin, close = date(year, first, 1), _month_end(end, last)
    years = tuple(dict.fromkeys((year, end)))
    bound = _bound(match, text)
    if bound in ("after", "post", "later than"):
        return Period(close + timedelta(days=1), date.max, years)
    if bound in ("before", "pre", "prior to", "earlier than"):
        return Period(date.min, begin - timedelta(days=1), years)
    if bound:
        return Period(date.min, close, years)
    return Period(begin, date.max, (year,)) if _is_open(match, text) else Period(begin, close, years)


def _bound(match: re.Match[str], text: str) -> str:
    """The word that makes a date the end or the beginning of a stretch: "before" of "before 2019", else ""."""
    found = _BOUND.search(text[: match.start()])
    if found is None or _OF_A_REPORT.match(text[match.end() :]):
        return ""
    stretch = found["word"].lower() in ("until", "till", "up to") and _DATED.search(text[: found.start()])
    return "" if stretch and _TO.fullmatch(text[stretch.end() : match.start()]) else found["word"].lower()


def _is_open(match: re.Match[str], text: str) -> bool:
    led = _SINCE.search(text[: match.start()])
    if led is None:
        return False
    rest = text[match.end() :]
    return led["word"].lower() == "since" or bool(_TO_NOW.match(rest) or _ONWARDS.match(rest))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)
