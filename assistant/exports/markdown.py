"""A Paper as Markdown (CommonMark, and GitHub's, which also makes links of bare addresses)."""

import re
from collections.abc import Iterator

from assistant.citations import Citation, Claim
from assistant.paper import Paper, Part, exact, shown, source

_MEANS = re.compile(r"[\\`*_{}\[\]<>|~$^&@#]|!(?=\[)|(?<=\w):(?=//)|:(?=[\w+-]+:)|(?<=\bwww)\.", re.IGNORECASE)
"""What means something wherever it stands. A colon does in an address and around the name of an emoji."""
_BEGINS = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
"""What means something at the beginning of a line: bullets, rules and numbers of a list."""


def markdown(paper: Paper) -> str:
    """The Paper as Markdown that shows every foreign word as it is, with no link in it."""
    blocks = [f"# {_text(paper.title)}", *(f"*{_text(note)}*" for note in paper.notes)]
    for part in paper.parts:
        blocks += _part(part)
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {_text(part.question)}"
    if part.about:
        yield f"Understood as: {_text(part.about)}"
    yield f"**{_text(part.status)}**"
    for group, claims in part.groups:
        if group:
            yield f"### {_text(group)}"
        yield from ["\n".join(f"- {_claim(claim)}" for claim in claims)] if part.is_list else map(_claim, claims)
    if part.note:
        yield _text(part.note)
    if part.citations:
        yield "### Sources"
        yield from map(_source, part.citations)


def _claim(claim: Claim) -> str:
    marks = "".join(rf"\[{number}\]" for number in claim.citations)
    return f"{_text(claim.text)} {marks}".strip()


def _source(citation: Citation) -> str:
    """An item of a list: CommonMark would count its own numbers, so the source's stands in the words."""
    facts = [rf"- **\[{citation.number}\]** {_text(citation.label)}", f"  {_text(source(citation))}"]
    if citation.also_at:
        facts.append(f"  The report says the same at {_text(citation.also_at)}.")
    quote = "\n".join(f"  > {_line(line)}  " for line in exact(citation))
    return "  \n".join(facts) + "\n\n" + quote.rstrip()


def _text(words: str) -> str:
    """Words on one line that mean nothing but themselves."""
    return _line(" ".join(shown(words).split()))


def _line(words: str) -> str:
    meant = _MEANS.sub(lambda found: f"\\{found[0]}", words)
    return _BEGINS.sub(_begun, meant)


def _begun(found: re.Match[str]) -> str:
    """A bullet's sign is escaped; of a list's number the point after it, as a figure cannot be."""
    return f"\\{found[0]}" if not found[0].isdigit() else found[0] + "\\"
