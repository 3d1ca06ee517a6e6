"""The one numbering of a Briefing: screen, terminal, JSON and every export show these Claims and Citations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.briefings.briefing import Briefing
from assistant.briefings.names import LEFT_OUT, find_names, leave_out
from assistant.citations import Citation, Claim, number


@dataclass(frozen=True, slots=True)
class Numbered:
    """The Claims of each Item, by its id, and the Citations of them all, numbered from 1 in the order of first use."""

    claims: Mapping[str, tuple[Claim, ...]]
    citations: tuple[Citation, ...]

    @property
    def leaves_out(self) -> bool:
        """True if a name was left out anywhere."""
        said = [claim.text for claims in self.claims.values() for claim in claims]
        return any(LEFT_OUT in words for words in [*said, *(citation.paragraph.text for citation in self.citations)])


def number_briefing(briefing: Briefing) -> Numbered:
    """Number what a Briefing cites. Names of people are left out of sentences and sources, unless it keeps them."""
    drafts = [(item.id, draft) for item in briefing.items for draft in item.drafts]
    claims, citations = number([draft for _id, draft in drafts], briefing.reports)
    of_item: dict[str, list[Claim]] = {item.id: [] for item in briefing.items}
    # A sentence cut from its paragraph may name a person whose role stands in the rest of it.
    known = frozenset[str]() if briefing.keeps_names else _names(claims, citations)
    for (item, _draft), claim in zip(drafts, claims, strict=True):
        of_item[item].append(replace(claim, text=_show(briefing, claim.text, known)))
    return Numbered(
        {item: tuple(found) for item, found in of_item.items()},
        tuple(_shown(briefing, citation, known) for citation in citations),
    )


def _names(claims: Sequence[Claim], citations: Sequence[Citation]) -> frozenset[str]:
    said = [*(claim.text for claim in claims), *(citation.paragraph.text for citation in citations)]
    return frozenset().union(*map(find_names, said))


def _shown(briefing: Briefing, citation: Citation, known: frozenset[str]) -> Citation:
    words = _show(briefing, citation.paragraph.text, known)
    return replace(citation, paragraph=replace(citation.paragraph, text=words))


def _show(briefing: Briefing, words: str, known: frozenset[str]) -> str:
    """A report's words as a Briefing shows them: without names of people, unless it keeps them."""
    return words if briefing.keeps_names else leave_out(words, known)
