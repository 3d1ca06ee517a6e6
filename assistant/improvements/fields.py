"""What a person may write about an Improvement: the fields, the choices in them, and what fits."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal, TypeGuard, get_args
from urllib.parse import urlsplit

from assistant.exports.sheet import Cell, printable
from assistant.improvements.improvement import Progress
from corpus.errors import WrongUse

Action = Literal["not begun", "under way", "done"]
"""How far the work has come. It says nothing of what children notice of it."""
Impact = Literal["none seen yet", "some", "sustained"]
"""What has come of the work, rated apart: all can be done and nothing be different."""
ACTION_MEANS: Mapping[Action, str] = {
    "not begun": "nothing has been done about it yet",
    "under way": "some of the actions have been carried out",
    "done": "all of the actions have been carried out",
}
IMPACT_MEANS: Mapping[Impact, str] = {
    "none seen yet": "no evidence shows a difference for children yet",
    "some": "evidence shows a difference in places, or for some children",
    "sustained": "evidence shows a difference for most children, and that it lasts",
}
PROGRESS_MEANS: Mapping[Progress, str] = {
    "repeated": "inspectors ask for it again, or criticise it again",
    "improved": "inspectors find it better than before, but not all well",
    "met": "inspectors are content with it",
    "not mentioned": "the report does not speak of it",
}

Field = Literal["owner", "due", "actions", "notes", "action", "impact"]
"""Who sees to it, by when (an ISO date), what is done, what shows it, and the two ratings."""
FIELD_NAMES: Mapping[Field, str] = {
    "owner": "Owner",
    "due": "Due",
    "actions": "Actions",
    "notes": "Evidence notes",
    "action": "Action",
    "impact": "Impact",
}
EMPTY: Mapping[str, str] = {"action": "not begun", "impact": "none seen yet"}
"""What a field says before anybody has said anything; all others are ""."""
LONGEST_NAME = 200
"""Characters of an owner's or a person's name."""
LONGEST_TEXT = 10_000
"""Characters of actions or notes; a cell of Excel takes three times as many."""
_LONGEST_ADDRESS = 2_000
_EARLIEST, _LATEST = 2000, 2100  # years in which something can be due
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WORDED = ("%d %B %Y", "%d %b %Y")


def fit(name: str, cell: Cell) -> str:
    """What a field would say: plain words, dates as ISO, choices as they are offered. "" is nothing.

    Raises WrongUse, in a plain sentence, for what is no such date, no such choice, or too long.
    """
    if name in ("due", "received"):
        return _day(name, cell)
    choices = choices_of(name)
    words = "" if cell is None else cell.isoformat() if isinstance(cell, date) else _plain(str(cell))
    if choices:
        found = next((choice for choice in choices if choice.casefold() == words.casefold()), None)
        if words and found is None:
            raise WrongUse(f"{name_field(name)} cannot be “{_short(words)}”: choose {', '.join(choices)}.")
        return found or EMPTY.get(name, "")
    longest = LONGEST_NAME if name == "owner" else LONGEST_TEXT
    if len(words) > longest:
        raise WrongUse(f"{name_field(name)} may have {longest:,} characters at most: shorten it.")
    return " ".join(words.split()) if name == "owner" else words


def fit_name(who: str) -> str:
    """The name of whoever makes a change. Raises WrongUse where there is none."""
    words = " ".join(printable(who).split())[:LONGEST_NAME]
    if not words:
        raise WrongUse("Write your name first: each change is kept with the name of who made it.")
    return words


def fit_address(address: str) -> str:
    """A web address of evidence. Raises WrongUse for anything that is none."""
    words = address.strip()
    try:
        where = urlsplit(words)
        is_web = where.scheme in ("http", "https") and bool(where.hostname)
    except ValueError:
        is_web = False
    if not is_web or not words.isprintable() or " " in words or len(words) > _LONGEST_ADDRESS:
        raise WrongUse("A link has to be a web address that begins with https:// or http://.")
    return words


def choices_of(name: str) -> tuple[str, ...]:
    """What may be chosen in a field; () where anything may be written."""
    if name.startswith("decision "):
        return get_args(Progress)
    known: Mapping[str, tuple[str, ...]] = {"action": get_args(Action), "impact": get_args(Impact)}
    return known.get(name, ())


def name_field(name: str) -> str:
    """A field as a person calls it: "Due", "Decision on the May 2022 inspection", "Link", "Received"."""
    kind, _space, rest = name.partition(" ")
    if kind == "decision":
        return f"Decision on {_name_inspection(rest)}"
    return next((words for known, words in FIELD_NAMES.items() if known == name), kind.capitalize())


def _name_inspection(words: str) -> str:
    """An inspection as it is said, of "ILACS 2022-05-13"; any other words as they stand."""
    of, _space, day = words.rpartition(" ")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return words
    kind = "visit" if "visit" in of else "SEND inspection" if "SEND" in of else "inspection"
    return f"the {when:%B %Y} {kind}"


def is_action(words: str) -> TypeGuard[Action]:
    """True for a rating of the action."""
    return words in get_args(Action)


def is_impact(words: str) -> TypeGuard[Impact]:
    """True for a rating of the impact."""
    return words in get_args(Impact)


def is_progress(words: str) -> TypeGuard[Progress]:
    """True for what a later report may say."""
    return words in get_args(Progress)


def _plain(words: str) -> str:
    return printable(words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _day(name: str, cell: Cell) -> str:
    if isinstance(cell, date):
        found: date | None = cell
    else:
        words = "" if cell is None else _plain(str(cell))
        if not words:
            return ""
        found = _read_day(words)
    if found is None or not _EARLIEST <= found.year <= _LATEST:
        said = _short(str(cell))
        raise WrongUse(f"{name_field(name)} cannot be “{said}”: write a date such as 31/03/2027.")
    return date(found.year, found.month, found.day).isoformat()


def _read_day(words: str) -> date | None:
    """A date as it is written in Britain: 31/03/2027, 31 March 2027, or 2027-03-31."""
    try:
        if iso := _ISO.fullmatch(words):
            return date(*map(int, iso.groups()))
        if british := _BRITISH.fullmatch(words):
            day, month, year = map(int, british.groups())
            return date(year, month, day)
    except ValueError:
        return None
    for form in _WORDED:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 40 else f"{plain[:40]}…"
