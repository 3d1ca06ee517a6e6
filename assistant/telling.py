"""The words of a text that say what it is about."""

from corpus.words import content_words

_EMPTY_WORDS = frozenset(
    """better worse any more less else then now time years year after before later earlier same again still other
    others one ones latest newest recent off about happened happen did say said tell report reports inspection
    inspections inspectors ofsted council councils three two four five since last next really please thanks give list
    because went go goes gone going get gets getting got gotten keep keeps kept put puts let lets lot lots bit kind sort
    sorted behind rest country enough quite rather actually just even spoke spoken made make makes making m s
    good bad often usually much many long council's
    anything something everything nothing anyone someone everyone among not no too so very do doing done does""".split()
)
"""Words that say how something is asked, not what about."""


def telling_words(text: str) -> list[str]:
    """The words of a text that say what it is about, lower case, in order."""
    return [word for word in content_words(text) if word not in _EMPTY_WORDS]
