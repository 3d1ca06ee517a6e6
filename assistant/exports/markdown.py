"""A Paper as Markdown (CommonMark, and GitHub's, which also makes links of bare addresses)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.citations import Citation, Claim, by_report
from assistant.paper import Paper, Part, exact, shown, source

_MEANS = re.compile(r"[\\`*_{}\[\]<>|~$^&@#]|!(?=\[)|(?<=\w):(?=//)|:(?=[\w+-]+:)|(?<=\bwww)\.", re.IGNORECASE)
"""What means something wherever it stands. A colon does in an address and around the name of an emoji."""
_BEGINS = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
"""What means something at the beginning of a line: bullets, rules and numbers of a list."""


def markdown(paper: Paper) -> str:
    """The Paper as Markdown that shows every foreign word as it is, with no link in it."""
    blocks = [f"# {text(paper.title)}", *(f"*{text(note)}*" for note in paper.notes)]
    for part in paper.parts:
        blocks += _part(part)
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {text(part.question)}"
    if part.about:
        yield f"Understood as: {text(part.about)}"
    yield f"**{text(part.status)}**"
    for group, claims in part.groups:
        if group:
            yield f"### {text(group)}"
        yield from ["\n".join(f"- {sentence(claim)}" for claim in claims)] if part.is_list else map(sentence, claims)
    if part.note:
        yield text(part.note)
    if part.citations:
        yield "### Sources"
        yield from sources(part.citations, part.links)


def sentence(claim: Claim) -> str:
    """A sentence with its numbers."""
    marks = "".join(rf"\[{number}\]" for number in claim.citations)
    return f"{text(claim.text)} {marks}".strip()


def sources(citations: Sequence[Citation], links: Mapping[int, str] | None = None) -> Iterator[str]:
    """The sources by report, each with its place and its exact words; a place leads to its page where that is known."""
    for _report, cited in by_report(citations):
        yield f"**{text(cited[0].whose)}**: {text(source(cited[0]))}"
        yield from (_source(each, (links or {}).get(each.number, "")) for each in cited)


def _source(citation: Citation, link: str) -> str:
    """An item of a list: CommonMark would count its own numbers, so the source's stands in the words."""
    where = f"[{text(citation.place)}](<{link}>)" if link else text(citation.place)
    also = f" (the same at {text(citation.also_at)})" if citation.also_at else ""
    quote = "  \n  ".join(map(line, exact(citation)))
    return rf"- **\[{citation.number}\]** {where}{also}: {quote}"


def text(words: str) -> str:
    """Words on one line that mean nothing but themselves."""
    return line(" ".join(shown(words).split()))


def line(words: str) -> str:
    """The words of one line, which mean nothing but themselves."""
    meant = _MEANS.sub(lambda found: f"\\{found[0]}", words)
    return _BEGINS.sub(_begun, meant)


def _begun(found: re.Match[str]) -> str:
    """A bullet's sign is escaped; of a list's number the point after it, as a figure cannot be."""
    return f"\\{found[0]}" if not found[0].isdigit() else found[0] + "\\"
