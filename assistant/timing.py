"""Whether something is done in time: what a question asks, and what the words of a sentence tell."""

import re

_ASKS = re.compile(
    r"\b(?:(?:on|in) time(?! of\b)|timely|timeliness|time-?scales?|quick(?:ly|er)?|fast(?:er)?(?: enough)?|"
    r"prompt(?:ly|ness)?|swift(?:ly)?|slow(?:ly|ness)?|too (?:late|long)|delay(?:s|ed|ing)?|wait(?:s|ed|ing)?|"
    r"backlogs?|overdue|soon(?: enough)?|up[- ]to[- ]date|how long (?!has|have|had)|drift(?:s|ing)?|"
    r"late(?!\w| (?:\w+ )?(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:timely|timeliness|time-?(?:scales?|frames?|bound|limits?)|(?:on|in|right|long|enough|first|over) time|timed|"
    r"too (?:late|long|soon|early|slow\w*)|long(?:er|est)?|delay\w*|drift\w*|late(?:r|ly|st)?|lateness|"
    r"early|earl(?:ier|iest)|prompt\w*|swift\w*|quick\w*|rapid\w*|slow\w*|fast(?:er)?|immediate\w*|soon(?:er)?|urgen\w+|"
    r"wait\w*|backlogs?|overdue|outstanding for|out[- ]of[- ]date|up[- ]to[- ]date|deadlines?|speed\w*|protracted|"
    r"prolonged|lengthy|within|(?:working )?days?|weeks?|months?|hours?|minutes|years? (?:late|old|or more)|duration|"
    r"pace|expedit\w+|last[- ]minute|without delay|as soon as|at the point)\b",
    re.IGNORECASE,
)


def asks_for_timing(text: str) -> bool:
    """True if a question asks whether, or how soon, something is done: "on time?", "how long do they wait?"."""
    return _ASKS.search(text) is not None


def tells_of_timing(text: str) -> bool:
    """True if a text tells when, how soon or how late something is done."""
    return _TELLS.search(text) is not None


def without_timing(text: str) -> str:
    """The text without the words that ask for it: "health assessments" of "health assessments on time"."""
    return " ".join(_ASKS.sub(" ", text).split())
