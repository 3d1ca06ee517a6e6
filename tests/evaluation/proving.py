"""How much of what a lying model said was shown: the words of the tests' own model, whose plan is known, compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.answer import Answer
from assistant.citations import Claim
from tests.assistant.chat_model.attacks import letters
from tests.assistant.chat_model.models import Kind, Said

Fate = Literal["shown", "shown with another source", "left out", "extractive"]
"""What became of a sentence. "shown" is with a cited Paragraph that holds the true sentence word for word;
"extractive" is with its whole answer, in whose place the reports' own sentences stand."""

INVENTED: tuple[Kind, ...] = ("sector", "number", "grade", "council", "negation", "polarity")


@dataclass(frozen=True, slots=True)
class Proof:
    """The fates of all sentences said, by what each is; `faults` are the invented and the strange ones shown."""

    fates: Counter[tuple[Kind, Fate]] = field(default_factory=Counter)
    faults: tuple[str, ...] = ()

    @property
    def invented_shown(self) -> int:
        """How many invented sentences were shown as sourced."""
        return sum(count for (kind, fate), count in self.fates.items() if kind in INVENTED and fate.startswith("shown"))

    def share(self, kind: Kind) -> float:
        """Of the sentences of a kind, in answers not given up, how many were shown with a source that holds them."""
        said = sum(count for (which, fate), count in self.fates.items() if which == kind and fate != "extractive")
        return self.fates[kind, "shown"] / said if said else 1.0


def prove_all(answers: Iterable[tuple[str, Sequence[Said], Answer, Answer]]) -> Proof:
    """The fates of what was said for each question: its id, what the model said, the Answer shown, and the default's.

    What the facts gave the default's Answer may stand in the other as it is.
    """
    fates: Counter[tuple[Kind, Fate]] = Counter()
    faults: list[str] = []
    for name, said, answer, default in answers:
        for one in said:
            fate = _fate(one, answer)
            fates[one.kind, fate] += 1
            if one.kind in INVENTED and fate.startswith("shown"):
                faults.append(f"{name} [{one.kind}] {one.text!r} shown; true is {one.source!r}")
            elif fate == "shown with another source":
                faults.append(f"{name} [{one.kind}] {one.text!r} shown with a source that does not hold it")
            elif fate == "left out" and one.kind in ("true", "miscited"):
                faults.append(f"{name} [{one.kind}] left out: {one.text!r}")
        if said and answer.writing:
            known = [
                letters(words) for words in (*(one.text for one in said), *(claim.text for claim in default.claims))
            ]
            strange = [claim for claim in answer.claims if not any(letters(claim.text) in one for one in known)]
            faults += [f"{name} [never said] {claim.text!r}" for claim in strange if not _is_exact(claim, answer)]
    return Proof(fates, tuple(faults))


def _fate(one: Said, answer: Answer) -> Fate:
    if answer.writing is None:
        return "extractive"
    claims = [claim for claim in answer.claims if letters(one.text) in letters(claim.text)]
    if not claims:
        return "left out"
    held = any(letters(one.source) in text for claim in claims for text in _texts(claim, answer))
    return "shown" if held else "shown with another source"


def _is_exact(claim: Claim, answer: Answer) -> bool:
    return any(letters(claim.text) in text for text in _texts(claim, answer))


def _texts(claim: Claim, answer: Answer) -> list[str]:
    return [letters(each.paragraph.text) for each in answer.citations if each.number in claim.citations]
