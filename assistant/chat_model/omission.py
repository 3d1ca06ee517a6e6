"""What a sentence leaves out of the words that it rests on: whole parts between bounds, never a word within one.

"Young people leaving care are supported" does not say that young people in care are, and "ensure all staff are trained"
not that they are; "staff and managers are trained" says that staff are.
"""

from itertools import pairwise

from assistant.chat_model.likeness import Likeness, Token

FOUND = frozenset("found find finds noted notes saw identified confirmed see means mean so".split())
"""Before a "that", what makes the rest a finding; behind any other word it may be a wish, a rumour or an order."""
_OWN = "council"
"""How the report's own council is written here: every sentence of the report is about it."""
_SCOPES = frozenset(
    """in at for of on by with from during until since before after when where if unless once within as under among
    despite although though while whereas without through""".split()
)
"""How a part begins that says for whom, where or when the rest is true."""


def narrows(sentence: tuple[Token, ...], likeness: Likeness) -> bool:
    """True if telling words are left out that may narrow what the rest says."""
    said = {token.root for token in sentence}
    stretch = likeness.stretch
    kept = [at for at, token in enumerate(stretch) if token.tells and token.root in said]
    edges = [-1, *kept, len(stretch)]
    for before, behind in pairwise(edges):
        part = stretch[before + 1 : behind]
        if not any(token.tells and token.word != _OWN for token in part):
            continue
        words, first, last = [token.word for token in part], before < 0, behind == len(stretch)
        within = not first and not last and _keeps_and(sentence, stretch[before], stretch[behind], words)
        if within or not _is_bounded(words, first=first, last=last):
            return True
    return False


def _keeps_and(sentence: tuple[Token, ...], before: Token, behind: Token, words: list[str]) -> bool:
    """True if the sentence has the "and" of the words left out, so that they are no whole thing of a list.

    "Carers and trained workers" is "carers and workers" then, not "carers".
    """
    telling = [at for at, token in enumerate(sentence) if token.tells]
    for one, other in pairwise(telling):
        if (sentence[one].root, sentence[other].root) == (before.root, behind.root):
            said = [token.word for token in sentence[one + 1 : other]]
            if "and" in said and words.count("and") <= said.count("and"):
                return True
    return False


def _is_bounded(words: list[str], *, first: bool, last: bool) -> bool:
    """True if words left out are a part of their own: what leads in, one of several things, what commas enclose."""
    if first:
        joined = "and" in words[-2:] or words[-1] == ","
        return bool(set(words) & FOUND) or (joined and words[0] not in _SCOPES)
    if last:
        return words[0] in ("and", "including")
    if words[0] == ",":
        return "," in words[1:] and words[1] not in _SCOPES
    return "and" in (words[0], words[-1])
