"""Praise and criticism: what a question asks for, and what the words of a sentence themselves say."""

import re
from collections.abc import Callable
from typing import Literal

Tone = Literal["praise", "criticism"]

_ASKS: dict[Tone, re.Pattern[str]] = {
    "criticism": re.compile(
        r"\b(?:unhappy|dissatisfied|concerned|worr(?:y|ied|ies)|critici\w+|concerns?|complain\w*|problems?|weak\w*|wrong|"
        r"fail(?:ed|s|ing|ings|ures?)?|pulled up|told off|found wanting|(?:left|leave) out|"
        r"let(?:ting)? down|struggl\w+|poor(?:ly)?|bad(?:ly)?|worst|"
        r"shortcomings?|gaps?|falling short|not good enough|trouble|too (?:late|slow\w*|long|few|many|high|little))\b",
        re.IGNORECASE,
    ),
    "praise": re.compile(
        r"\b(?:prais\w+|strengths?|strong(?:est)?|happy with|pleased|impressed|best|good at|good practice|well|"
        r"excell?ent|success\w*|compliment\w*|commend\w*|positive|proud)\b",
        re.IGNORECASE,
    ),
}
_SAYS: dict[Tone, re.Pattern[str]] = {
    "criticism": re.compile(
        r"\b(?:lacks?|lacking|lacked|weak\w*|poor\w*|inconsisten\w+|insufficient\w*|delay\w*|drift\w*|fail\w*|"
        r"inadequate\w*|unclear|limited|limits (?:the|their|its|how)|"
        r"variab\w+|ineffective\w*|concerning|gaps?|unsafe|rarely|seldom|shortages?|shortfalls?|deteriorat\w+|"
        r"declin\w+|over-relian\w+|over-optimis\w+|overly|unmet|unsuitable|unacceptabl\w+|unassessed|unnecessar\w+|"
        r"deficit\w*|deficienc\w+|backlogs?|stark|worsen\w*|slow\w*|late|underdeveloped|under-developed|unaware|"
        r"need(?:s|ed)? to (?:be )?improv\w+|could (?:be|do) (?:more|better)|would help|hinder\w*|hamper\w*|"
        r"absence|missed|overdue|unstable|instability|high turnover|excessive\w*|unmanageable|at risk of harm|"
        r"isolated|superficial|unreliable|inaccura\w+|out of date|undermin\w+|compromis\w+)\b",
        re.IGNORECASE,
    ),
    "praise": re.compile(
        r"\b(?:good|strong\w*|effective\w*|well|excellent\w*|outstanding|impressive\w*|timely|promptly|prompt|thorough\w*|"
        r"sensitive\w*|robust\w*|appropriate\w*|improv(?:ed|ing)|high[- ]quality|benefit(?:s|ed)?|skilled|skilful\w*|"
        r"creative\w*|comprehensive\w*|positive\w*|stable|success\w*|valued|exceptional\w*|strengths?|rigorous\w*|"
        r"exemplary|innovative\w*|ambitious|purposeful\w*|thoughtful\w*|committed|better|proud|thriv\w+|tenacious\w*|"
        r"safe|safely|safer|quickly|swift\w*|consistently|meaningful\w*|inspir\w+|celebrat\w+|highly)\b",
        re.IGNORECASE,
    ),
}
_SAYS_BESIDE = re.compile(
    r"(?:\b|(?<=[a-z])(?=n['’]t))(?:not(?! only)|n['’]t|no(?! longer)|nor|never|none|few|fewer|little|too|without)\b",
    re.IGNORECASE,
)
"""What criticises only the words beside it: "very few agency staff, and manageable caseloads"."""
_PARTS = re.compile(r"[,;:]|\b(?:and|but|while|although|though|whereas|because)\b")
_NEGATED = re.compile(
    r"(?:\b|(?<=[a-z])(?=n['’]t))(?:not|n['’]t|no|"
    r"nor|never|few|fewer|too few|lack(?:s|ed|ing)?(?: of)?|less|insufficient\w*|without|neither)"
    r"(?:\s+[\w’'-]+){0,3}\s*$",
    re.IGNORECASE,
)
"""What turns praise round, up to three words before it: "not always timely", "lack of effective oversight"."""


def asked_tone(text: str) -> Tone | None:
    """The tone a question asks for, if it asks for one: "Where were inspectors unhappy with …?"."""
    asked: list[Tone] = [tone for tone, pattern in _ASKS.items() if pattern.search(text)]
    return asked[0] if len(asked) == 1 else None


def without_tone(text: str) -> str:
    """The text without the words that ask for praise or criticism: "supervision" of "unhappy with supervision"."""
    tone = asked_tone(text)
    return _ASKS[tone].sub(" ", text) if tone else text


def has_tone(text: str, tone: Tone, about: Callable[[str], bool] = lambda _part: True) -> bool:
    """True if a text has words of this tone. Words that praise do not count behind a "not".

    A "not" or "too few" counts as criticism only in a part of the sentence that is `about` the matter.
    """
    if tone == "criticism":
        parts = [part for part in _PARTS.split(text) if about(part)]
        return _SAYS[tone].search(text) is not None or any(_SAYS_BESIDE.search(part) for part in parts)
    return any(not _NEGATED.search(text[: found.start()]) for found in _SAYS[tone].finditer(text))
