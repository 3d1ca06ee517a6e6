"""The other orders in which a sentence may say the same: its opening told last, and who did it told first."""

import re
from collections.abc import Iterator
from itertools import product

_OPENINGS = (
    "in at on since after following when where whenever for although despite until before by during between as if "
    "unless once within under using with without among recently currently"
).split()
_OPENED = re.compile(rf"^(?P<opening>(?:{'|'.join(_OPENINGS)})\b[^,;:]+),\s+(?P<rest>[^,;:]+(?:,.+)?)$", re.IGNORECASE)
_BECAUSE = re.compile(r"^because\s+(?!of\b)(?P<why>[^,;:]+),\s+(?P<rest>.+)$", re.IGNORECASE)
_DONE = r"\w+(?:ed|en|wn|ade|ept|eld|ent|ught|ound|ead|un|id)"
_ENDS = "before after when where while in at on for and with as during since to who which so but although because"
_DONE_BY = re.compile(
    r"^(?P<lead>(?:.+? that )?)(?P<whom>[^,;:]+?) (?:is|are|was|were|(?:has|have|had) been) "
    rf"(?P<how>(?:\w+ly |well |often |always )?)(?P<done>{_DONE}) by "
    r"(?P<who>(?:(?:the|a|an|its|their) )?[\w’'-]+(?: [\w’'-]+){0,6}?)"
    rf"(?P<rest>(?:,.*| (?:{'|'.join(_ENDS.split())})\b.*)?)$",
    re.IGNORECASE,
)
"""What is done by somebody; a denial is left as it is, for what it denies would change."""
_BY = re.compile(rf"\b(?:is|are|was|were|been|being|be) (?:\w+ )?{_DONE} by\b", re.IGNORECASE)


def wordings(said: str, source: str) -> Iterator[tuple[str, str]]:
    """The pairs of wordings in which a sentence and its source may be laid beside each other.

    Both tell who did it before what was done, or both after: else "managers are challenged by workers" would have the
    words of "managers challenge workers" in their order.
    """
    if _is_passive(said) == _is_passive(source):
        yield from product(_orders(said), _orders(source))
    active = _in_active_voice(said), _in_active_voice(source)
    if active != (said, source) and not any(map(_is_passive, active)):
        yield from product(_orders(active[0]), _orders(active[1]))


def _in_active_voice(text: str) -> str:
    """The text with who did it first, where that can be told."""
    found = _DONE_BY.match(text.rstrip(". "))
    return "{lead}{who} {how}{done} {whom}{rest}.".format(**found.groupdict()) if found else text


def _is_passive(text: str) -> bool:
    return _BY.search(text) is not None


def _orders(text: str) -> tuple[str, ...]:
    """The text, and the text with what it opens with, up to a comma, told last; a reason stays before what follows."""
    if found := _BECAUSE.match(text):
        return text, f"{found['why']}, consequently {found['rest']}"
    found = _OPENED.match(text.rstrip(". "))
    return (text, f"{found['rest']} {found['opening']}.") if found else (text,)
