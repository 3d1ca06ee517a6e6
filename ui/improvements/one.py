"""One improvement as HTML: its words, what stands behind it, and what later reports say."""

from collections.abc import Mapping
from datetime import tzinfo
from types import MappingProxyType
from typing import get_args

from assistant.describe import name_report
from assistant.improvements.fields import PROGRESS_MEANS
from assistant.improvements.improvement import Behind, Improvement, Later, Progress
from assistant.improvements.tracked import Decision, Tracked, inspection, quoted, words_of
from assistant.improvements.workbook import LIST_NAMES
from corpus.sentences import split_sentences
from ui.improvements.listed import source_button, told
from ui.page.buttons import button, copy_button
from ui.page.escape import isolated, text

PARTS = {
    "behind": "What stands behind it",
    "later": "What later reports say",
    "plan": "Who does what, and by when",
    "evidence": "Links and files",
    "history": "History",
}
"""The parts of what is shown of an improvement: their ids and their headings."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
_LONG = 420  # characters of a paragraph behind an improvement that are shown at first; most are shorter


def head(tracked: Tracked) -> str:
    """The exact words and where they stand."""
    improvement = tracked.improvement
    listed = improvement.heading or LIST_NAMES[improvement.list_kind]
    source = source_button(improvement.paragraph, improvement.report) if tracked.is_held else ""
    gone = (
        ""
        if tracked.is_held
        else '<p class="replaced">No report in the library says this any longer: the report was removed, or a newer '
        "file words it otherwise. These are the words of then, and all that was added to them.</p>"
    )
    return (
        f'<div class="actions">{button("back", "‹ All improvements")}</div>'
        f'<h2 id="one" tabindex="-1">What inspectors asked for</h2>'
        f'<p class="quiet">{isolated(name_report(improvement.report))} · {isolated(listed)}</p>{gone}'
        f'<blockquote class="asked">{isolated(words_of(improvement))}</blockquote>'
        f'<div class="actions">{source}{copy_button(_copied(improvement), "Copy quote")}</div>'
        f'<div class="actions" role="group" aria-label="Go to a part of this page">{_jumps()}</div>'
    )


def behind(improvement: Improvement, *, found: bool) -> str:
    """The paragraphs behind it: those that the report names, and those that search suggests."""
    if not found:
        return f"{heading('behind')}{_busy('The paragraphs behind it are being looked for.')}"
    if not improvement.behind:
        return f"{heading('behind')}<p>No paragraph behind it was found.</p>"
    rows = "".join(_behind(each, improvement) for each in improvement.behind)
    return f'{heading("behind")}<ul class="paragraphs">{rows}</ul>'


def later(tracked: Tracked, zone: tzinfo, said: Mapping[str, str] = _NOTHING, *, found: bool) -> str:
    """What each later report says, both quotes side by side, with what is proposed and what was decided.

    `said` is what there is to say of the decision on an inspection, as HTML.
    """
    head_ = heading("later")
    if not found:
        return head_ + _busy("Later reports are being looked through.")
    if not tracked.improvement.later:
        return f"{head_}<p>The library holds no later report of this council that could speak of it.</p>"
    meanings = "; ".join(f"<strong>{name}</strong>: {text(meaning)}" for name, meaning in PROGRESS_MEANS.items())
    rows = "".join(
        _later(tracked, each, zone, said.get(inspection(each.report), ""))
        for each in reversed(tracked.improvement.later)
    )
    return (
        f'{head_}<p class="quiet">What is proposed was found from the reports’ words alone. Check both quotes, then '
        f"confirm or change it. {meanings}.</p>{rows}"
    )


def proposed(later_: Later) -> str:
    """What is proposed that a later report says; where it is none of what may be decided, we are not sure."""
    return f"Proposed: {later_.proposed}" if later_.proposed in get_args(Progress) else "Not sure"


def _jumps() -> str:
    """A button for each part of what follows."""
    return '<span class="quiet">Go to</span>' + "".join(button(f"jump:{id_}", name) for id_, name in PARTS.items())


def heading(id_: str) -> str:
    """The heading of a part."""
    return f'<h3 id="{id_}" tabindex="-1">{PARTS[id_]}</h3>'


def _behind(behind_: Behind, improvement: Improvement) -> str:
    tag = "Named by the report" if behind_.named else "Suggested"
    begins, rest = _parted(behind_.paragraph.text)
    more = (
        f'<details id="rest-{text(behind_.paragraph.id)}"><summary>The rest of the paragraph</summary>'
        f"<blockquote>{isolated(rest)}</blockquote></details>"
        if rest
        else ""
    )
    return (
        f'<li><p class="tag">{tag}</p><blockquote>{isolated(begins)}</blockquote>{more}'
        f'<div class="actions">{source_button(behind_.paragraph, improvement.report)}</div></li>'
    )


def _parted(words: str) -> tuple[str, str]:
    """Words as two: the sentences that are shown at first, and what is left of them."""
    if len(words) <= _LONG:
        return words, ""
    sentences = split_sentences(words)
    begins = 1 + sum(1 for at in range(2, len(sentences)) if len(" ".join(sentences[:at])) <= _LONG)
    return " ".join(sentences[:begins]), " ".join(sentences[begins:])


def _later(tracked: Tracked, later_: Later, zone: tzinfo, said: str) -> str:
    improvement, report = tracked.improvement, later_.report
    decision = tracked.decision(report)
    quotes = "".join(
        f'<blockquote>{isolated(words)}</blockquote><div class="actions">{source_button(paragraph, report)}</div>'
        for paragraph, words in quoted(later_)
    )
    then = f"{improvement.report.when:%B %Y}" if improvement.report.when else "Then"
    return (
        f'<section class="later" aria-label="{text(name_report(report))}"><h4>{isolated(name_report(report))}</h4>'
        f'<p class="proposed"><span class="tag">{proposed(later_)}</span> {text(later_.why)}</p>'
        f'<div class="sides"><div><h5>Asked for, {text(then)}</h5>'
        f"<blockquote>{isolated(words_of(improvement))}</blockquote></div>"
        f"<div><h5>Said later</h5>{quotes or '<p>Nothing on this matter was found in it.</p>'}</div></div>"
        f"{_decide(tracked, later_, decision, zone)}{said}</section>"
    )


def _decide(tracked: Tracked, later_: Later, decision: Decision | None, zone: tzinfo) -> str:
    """What was decided, and a button for each thing that may be: first what is proposed."""
    where = f"{tracked.key}:{inspection(later_.report)}"
    name = f"of {name_report(later_.report)}"
    chosen = decision.progress if decision else None
    order = sorted(get_args(Progress), key=lambda each: each != later_.proposed)
    buttons = "".join(_choice(each, later_, chosen, where, name) for each in order)
    back = button(f"decide::{where}", "Take it back", f"Take it back: the decision {name}")
    said = (
        f'<p class="decided">Decided: <strong>{decision.progress}</strong>, by {isolated(decision.who)}, '
        f"{told(decision.when, zone)}. {back}</p>"
        if decision
        else '<p class="decided">Nobody has decided yet.</p>'
    )
    return f'{said}<div class="actions" role="group" aria-label="Decide {text(name)}">{buttons}</div>'


def _choice(progress: Progress, later_: Later, chosen: Progress | None, where: str, name: str) -> str:
    """The button for one of the things that may be decided."""
    if progress == chosen:
        words = f"“{progress}”"
    elif progress == later_.proposed and chosen is None:
        words = f"Confirm “{progress}”"
    else:
        words = f"Change to “{progress}”"
    return button(f"decide:{progress}:{where}", words, f"{words}, {name}", pressed=progress == chosen)


def _busy(words: str) -> str:
    return f'<p class="busy"><span class="dot" aria-hidden="true"></span>{words}</p>'


def _copied(improvement: Improvement) -> str:
    report = improvement.report
    number = f"paragraph {improvement.paragraph.number}, " if improvement.paragraph.number else ""
    where = f"{name_report(report)}, {number}page {improvement.paragraph.page}; {report.file}"
    return f"“{words_of(improvement)}” ({where})"
