"""What an Improvement is about: its own words without those that only ask for it."""

import re

from assistant.improvements.improvement import Improvement

_ASIDE = re.compile(
    r"\((?:[^()]*\bpara(?:graph)?s?\b[^()]*|[^()]*\b(?:last|previous) inspection[^()]*|(?:outcome|enabler) \d[^()]*)\)?"
    r"|\bthis was a recommendation at the (?:last|previous) inspection\.?",
    re.IGNORECASE,
)
"""What stands beside an item and not for its matter: the paragraphs that it names, that it was asked for before."""
_WHO = r"(?:(?:the |all |local |senior |elected )*[\w’' -]{2,60}?\b(?:should|must|need to)\s+)?"
_HOW = (
    r"(?:(?:with partners|with immediate effect|as a matter of urgency|immediately|urgently|further|continue(?: to)?|"
    r"take (?:immediate |urgent )?(?:action|steps)(?: to)?|work (?:\w+ ){0,2}to|improve arrangements to)[,\s]+)*"
)
_LEFT = 3  # words at least, so that nothing is left out of what hardly says more
_ASKS = re.compile(
    rf"^{_WHO}{_HOW}(?:to )?(?:(?:ensure|make sure|assure|seek assurance)\b(?: that)?\s*)?", re.IGNORECASE
)


def matter_of(improvement: Improvement) -> str:
    """The words that say what an Improvement is about: its sentence, where it comes from the body.

    "All children are visited" of "Ensure that all children are visited (paragraph 12)".
    """
    return plain(improvement.quote or improvement.text)


def matters_of(improvement: Improvement) -> tuple[str, ...]:
    """The same, a text for each part where it has several."""
    if not improvement.parts or improvement.quote:
        return (matter_of(improvement),)
    return tuple(plain(paragraph.text) for paragraph in (improvement.paragraph, *improvement.parts))


def plain(text: str) -> str:
    """A text that asks for something without the words that only ask, and without what stands aside in brackets."""
    text = " ".join(_ASIDE.sub(" ", text).split())
    shorter = _ASKS.sub("", text, count=1)
    return shorter if len(shorter.split()) >= min(_LEFT, len(text.split())) else text
