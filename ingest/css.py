"""Style sheets: their rules, and what a rule's values make of an element, through tinycss2.

Only what decides whether text can be seen is understood, as a browser on a wide screen understands it. A value that
needs more than the page itself (a variable, a picture behind the text) counts as showing the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tinycss2  # type: ignore[import-untyped]
from tinycss2.color5 import parse_color  # type: ignore[import-untyped]

Values = Mapping[str, list[Any]]
"""The tokens of each property's value, by its name in lower case."""

_WIDE = 1280.0  # pixels: the window for which rules are read
_ASIDE = 900.0  # pixels: text this far to the left of its place is off every screen
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vw": _WIDE / 100, "in": 96.0, "cm": 37.8, "mm": 3.78}
_MEASURES = ("number", "dimension", "percentage")
_FAINT = 0.125  # of the way from black to white, as in `ingest.sight`
_TINIEST = 2.0  # pixels: smaller type cannot be read


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector as written, its weight in the cascade, and the values it gives, those marked important apart."""

    selector: str
    weight: tuple[int, int, int]
    values: Values
    important: Values


def rules(sheet: str) -> list[Rule]:
    """The rules of a style sheet that hold on a wide screen, in order."""
    return list(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def _rules(parsed: list[Any], depth: int = 0) -> Iterator[Rule]:
    for rule in parsed:
        if rule.type == "qualified-rule":
            values, important = declared(rule.content)
            for selector in _split(rule.prelude):
                yield Rule(tinycss2.serialize(selector).strip(), _weight(selector), values, important)
        elif rule.type == "at-rule" and rule.content and depth < 5:  # rules within rules
            name = rule.lower_at_keyword
            if name in ("supports", "layer", "container") or (name == "media" and _holds(rule.prelude)):
                inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                yield from _rules(inner, depth + 1)


def declared(style: str | list[Any]) -> tuple[Values, Values]:
    """The values of a style attribute or a rule's body: the plain and the important ones."""
    plain: dict[str, list[Any]] = {}
    important: dict[str, list[Any]] = {}
    for one in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            value = [token for token in one.value if token.type not in ("whitespace", "comment")]
            (important if one.important else plain)[one.lower_name] = value
    return plain, important


def removes(values: Values) -> bool:
    """Whether an element of these values is not to be seen with all that is in it."""
    if word(values, "display") == "none" or word(values, "content-visibility") == "hidden":
        return True
    if any(_number(values, name, 1.0) < _FAINT for name in ("opacity", "scale")):
        return True
    aside = _number(values, "text-indent", 0.0), _number(values, "margin-left", 0.0), _number(values, "margin", 0.0)
    if any(length <= -_ASIDE for length in aside):
        return True
    if word(values, "position") in ("absolute", "fixed", "relative"):
        if any(_number(values, side, 0.0) <= -_ASIDE for side in ("left", "top", "right", "bottom", "inset")):
            return True
        if _number(values, "left", 0.0) >= 2 * _WIDE:
            return True
    return _is_cut(values)


def _is_cut(values: Values) -> bool:
    """Whether nothing of an element is left: it is clipped away, moved away or made next to nothing in size."""
    calls = [
        (name, token.lower_name, [_length(one) for one in token.arguments if one.type in _MEASURES])
        for name in ("clip", "clip-path", "transform")
        for token in values.get(name, ())
        if token.type == "function"
    ]
    for name, function, sizes in calls:
        if function in ("rect", "circle", "scale") and sizes and max(map(abs, sizes)) <= 1 and min(sizes) < 1:
            return True
        if name == "clip-path" and function == "inset" and max(sizes, default=0.0) >= 50:  # per cent from either side
            return True
        if function.startswith("translate") and min(sizes, default=0.0) <= -_ASIDE:
            return True
    small = (_number(values, name, _WIDE) <= 1 for name in ("width", "height", "max-width", "max-height"))
    return word(values, "overflow") in ("hidden", "clip") and any(small)


def word(values: Values, name: str) -> str:
    """The first word of a property's value, in lower case."""
    return next((str(token.lower_value) for token in values.get(name, ()) if token.type == "ident"), "")


def colour(values: Values, name: str) -> tuple[float, float] | None:
    """The grey (0 black to 1 white) and opacity of a colour; None where there is none, or one that is not plain."""
    for token in values.get(name, ()):
        found = parse_color(token)
        if found is None or found == "currentcolor":
            continue
        try:
            red, green, blue = found.to("srgb").coordinates
        except NotImplementedError:  # a colour given by its lightness, from 0 to 1 or to 100
            return found.coordinates[0] / (1 if found.space.startswith("ok") else 100), found.alpha
        return 0.30 * red + 0.59 * green + 0.11 * blue, found.alpha
    return None


def is_pictured(values: Values) -> bool:
    """Whether a picture, gradient or anything else whose colour is not told lies behind an element."""
    named = [token for name in ("background", "background-image") for token in values.get(name, ())]
    return any(token.type == "url" or (token.type == "function" and parse_color(token) is None) for token in named)


def alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether text in the first colour cannot be told from a ground of the second."""
    return one[1] < _FAINT or abs(one[0] - other[0]) * one[1] < _FAINT


def type_size(values: Values, around: float) -> float:
    """An element's type size in pixels, within an element whose size is `around`."""
    for token in values.get("font-size", ()):
        if token.type == "percentage":
            return float(token.value) / 100 * around
        if token.type == "dimension" and token.lower_unit == "em":
            return float(token.value) * around
        if token.type in _MEASURES:
            return _length(token)
    return around


def is_tiny(size: float) -> bool:
    """Whether type of a size in pixels cannot be read."""
    return size < _TINIEST


def _number(values: Values, name: str, otherwise: float) -> float:
    """The smallest measure in a property's value."""
    return min((_length(token) for token in values.get(name, ()) if token.type in _MEASURES), default=otherwise)


def _length(token: Any) -> float:  # noqa: ANN401 - tinycss2's
    """A measure in pixels; a plain number as it is, and so a percentage but for opacities, which it is too low for."""
    return float(token.value) * (_PIXELS.get(token.lower_unit, 1.0) if token.type == "dimension" else 1.0)


def _split(prelude: list[Any]) -> Iterator[list[Any]]:
    """The selectors of a list that commas set apart."""
    selector: list[Any] = []
    for part in prelude:
        if part == ",":
            yield selector
            selector = []
        else:
            selector.append(part)
    yield selector


def _weight(selector: list[Any]) -> tuple[int, int, int]:
    """A selector's specificity: ids, classes and their like, and tags (https://www.w3.org/TR/selectors/#specificity)."""
    ids = sum(part.type == "hash" for part in selector)
    marks = sum(part.type == "[] block" or part in (".", ":") for part in selector)
    names = sum(part.type == "ident" for part in selector)
    return ids, marks, max(0, names - marks)


def _holds(prelude: list[Any]) -> bool:
    """Whether a media query is for screens and for a wide one."""
    if any(token.type == "ident" and token.lower_value == "print" for token in prelude):
        return False
    for block in prelude:
        if block.type == "() block":
            name = next((token.lower_value for token in block.content if token.type == "ident"), "")
            size = next((_length(token) for token in block.content if token.type == "dimension"), _WIDE)
            if (name == "max-width" and size < _WIDE) or (name == "min-width" and size > _WIDE):
                return False
    return True
