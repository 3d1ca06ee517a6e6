"""What a web page holds but does not show: elements and text that its own styles, or their names, take out of sight."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from bs4 import Tag
from bs4.element import NavigableString
from soupsieve import SelectorSyntaxError

from corpus.errors import UnreadableFile
from ingest import css

_FURNITURE = ".visually-hidden, .sr-only, .screen-reader-text, .govuk-visually-hidden"
"""What sites write for screen readers alone: "opens in a new tab". Nothing of it is the report's."""

_CLOSED = "[hidden], dialog:not([open]), datalist"
_MOST_WORK = 1_000_000  # rules times elements: seconds; a page saved from a site takes a tenth
_TYPE = 16.0  # pixels: type whose size is nowhere told


@dataclass(frozen=True, slots=True)
class _Look:
    """What text in an element inherits: its grey and opacity, the ground's (None for a picture), size, visibility."""

    ink: tuple[float, float] = (0.0, 1.0)
    ground: tuple[float, float] | None = (1.0, 1.0)
    size: float = _TYPE
    shown: bool = True

    @property
    def is_seen(self) -> bool:
        visible = self.ground is None or not css.alike(self.ink, self.ground)
        return self.shown and visible and not css.is_tiny(self.size)


def remove(root: Tag, sheets: list[str], name: str) -> bool:
    """Takes out of a page's main part what no reader sees; whether words were among it.

    What sites write for screen readers goes too, but does not count. `sheets` are the page's own style sheets. Raises
    UnreadableFile where they are too many to tell.
    """
    for tag in root.select(_FURNITURE):
        tag.extract()
    above = list(root.parents)
    page = above[-1] if above else root
    values = _values(page, sheets, name)
    look = _Look()
    for around in reversed(above):
        look = _look(values.get(id(around), {}), look)
    gone: list[Tag | NavigableString] = list(root.select(_CLOSED))
    waiting = [(root, look)]
    while waiting:
        tag, look = waiting.pop()
        look = _look(values.get(id(tag), {}), look)
        for child in tag.children:
            if isinstance(child, Tag) and css.removes(values.get(id(child), {})):
                gone.append(child)
            elif isinstance(child, Tag):
                waiting.append((child, look))
            elif type(child) is NavigableString and not look.is_seen:
                gone.append(child)
    worded = any(any(letter.isalnum() for letter in one.get_text()) for one in gone)
    for one in gone:
        one.extract()
    return worded


def _look(own: css.Values, around: _Look) -> _Look:
    """How text in an element of these values looks, within an element of the other look."""
    ground = around.ground
    for given in (css.colour(own, "background"), css.colour(own, "background-color")):
        ground = given if given and given[1] >= 0.5 else ground  # half transparent grounds darken nothing to white
    if css.is_pictured(own):
        ground = None
    visibility = css.word(own, "visibility")
    return _Look(
        ink=css.colour(own, "color") or around.ink,
        ground=ground,
        size=css.type_size(own, around.size),
        shown=visibility not in ("hidden", "collapse") if visibility else around.shown,
    )


def _values(page: Tag, sheets: list[str], name: str) -> dict[int, css.Values]:
    """Each element's values by its identity: those of its own old-fashioned attributes, of the page's rules, its style.

    The later wins: of two rules the weightier one, or of two alike the one written later. What is important beats all.
    """
    rules = sorted((rule for sheet in sheets for rule in css.rules(sheet)), key=lambda rule: rule.weight)
    tags = page.find_all()
    if len(rules) * len(tags) > _MOST_WORK:
        raise UnreadableFile(name, "it has too many styles to tell what it shows; print it to a PDF and add that")
    plain: defaultdict[int, dict[str, list[Any]]] = defaultdict(dict)
    important: defaultdict[int, dict[str, list[Any]]] = defaultdict(dict)
    for tag in tags:
        if tag.get("color") or tag.get("bgcolor"):
            plain[id(tag)].update(css.declared(f"color:{tag.get('color')};background-color:{tag.get('bgcolor')}")[0])
    for rule in rules:
        for tag in _selected(page, rule.selector):
            plain[id(tag)].update(rule.values)
            important[id(tag)].update(rule.important)
    for tag in tags:
        if style := tag.get("style"):
            own, own_important = css.declared(str(style))
            plain[id(tag)].update(own)
            important[id(tag)].update(own_important)
    return {key: {**plain[key], **important[key]} for key in {*plain, *important}}


def _selected(page: Tag, selector: str) -> list[Tag]:
    """The elements that a selector names; none for one that is not known, as in a browser."""
    try:
        return list(page.select(selector))
    except (SelectorSyntaxError, NotImplementedError, ValueError):
        return []
