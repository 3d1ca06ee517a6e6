"""The clauses of what was asked for: a long item asks for several things, and a later report speaks of them apart."""

import re

from assistant.improvements.improvement import Improvement
from assistant.improvements.matter import matter_of, matters_of

_QUALITY = (
    r"(?:overall |formal |strategic |operational )?(?:quality|consisten\w+|timeliness|effectiveness|impact|accuracy|"
    r"robustness|rigou?r|urgency|pace|coordination|oversight|range|variety|strength|analysis|recording|review|"
    r"implementation|development|application|stability|alignment|understanding|delivery|consideration|sufficiency|"
    r"management|progress)"
)
_OF_WHAT = re.compile(
    rf"^(?:(?:further )?(?:improve|strengthen|increase|raise|review|develop|enhance) )?"
    rf"(?:the |a |an )?(?:{_QUALITY}(?:,? (?:and|or) |, ))*{_QUALITY}(?: given)? (?:of|in|to|with) (?:the |all )?",
    re.IGNORECASE,
)
"""What lists ask for in every item: "the quality and consistency of"."""
_BETWEEN = re.compile(
    r";|, (?:including|particularly|specifically|especially)(?: (?:in relation to|for|through|where|when|in))?\b"
    r"|\. In particular,?|,? by (?:ensuring|making sure)(?: that)?"
    r"|, ensuring that|, and (?:ensure|that)|\bas well as\b|, so that"
    r"|\b(?:in order )?to (?:ensure|make sure) that\b|\bto support\b",
    re.IGNORECASE,
)
_LEFT = 2  # words at least


def clauses_of(improvement: Improvement) -> tuple[str, ...]:
    """What an Improvement asks for: the whole first, then each of its clauses, without "the quality of" and the like.

    "Staffing capacity" and "fostering support workers" of "Staffing capacity, including for fostering support workers".
    """
    whole = matter_of(improvement)
    pieces = [piece.strip(" ,.:") for part in matters_of(improvement) for piece in _BETWEEN.split(part)]
    told = (whole, _of_what(whole), *(_of_what(piece) for piece in pieces if piece))
    return tuple(dict.fromkeys(told))


def _of_what(text: str) -> str:
    shorter = _OF_WHAT.sub("", text, count=1)
    return shorter if len(shorter.split()) >= _LEFT else text
