"""Councils: the short name that people say, from the full name that a report gives."""

import re

_BEFORE = re.compile(
    r"^(?:council\s+of\s+(?:the\s+)?|london\s+borough\s+of\s+|royal\s+(?:london\s+)?borough\s+of\s+"
    r"|metropolitan\s+borough\s+of\s+|borough\s+of\s+|city\s+(?:and\s+county\s+)?of\s+(?!london\b))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[\s,’']+(?:council|corporation|(?:local|unitary)\s+authority|city|county|london\s+borough|borough|metropolitan"
    r"|district|mbc|lbc|local\s+area\s+partnership|local\s+area|area|partnership|children[’']s\s+(?:social\s+care\s+)?services"
    r"|children[’']s\s+(?:services\s+)?trust))+$",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:council|corporation|borough)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:services?|inspections?|inspectors?|children|review|report|board|authority|authorities|arrangements|judgements?)\b",
    re.IGNORECASE,
)
_TITLES = (
    r"\binspection of (?P<name>.+?) (?:local authority )?children[’']s (?:social care )?services\b",
    r"\b(?:area )?send (?:full |monitoring )?inspection (?:of|in) (?P<name>.+?)(?: local area(?: partnership)?|$)",
    r"\b(?:focused|monitoring) visit (?:of|to|at) (?P<name>.+?)(?: local authority| children[’']s| council|$)",
    r"\bjoint (?:targeted )?(?:local )?area (?:child protection )?inspection (?:of|in) .*?\bin (?P<name>[A-Z].+)$",
    r"\bjoint (?:targeted )?(?:local )?area (?:child protection )?inspection (?:of|in) (?P<name>[A-Z].+)$",
    r"^children[’']s services in (?:the )?(?P<name>.+?) (?:are|require)\b",
)


def short(name: str) -> str:
    """The name as people say it: "Leeds" of "Leeds City Council", "Hackney" of "London Borough of Hackney"."""
    name = " ".join(name.replace("&", " and ").split()).strip(" ,.:–-")
    name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    bare = _AFTER.sub("", _BEFORE.sub("", name)).strip(" ,.:–-")
    return bare or name


def in_title(text: str) -> str | None:
    """The short name of the council that a title speaks of, or None."""
    for pattern in _TITLES:
        match = re.search(pattern, text, re.IGNORECASE)
        if match and _is_name(short(match["name"])):
            return short(match["name"])
    if _FULL.search(text) and len(text.split()) <= 8 and not _NO_NAME.search(text) and _is_name(short(text)):
        return short(text)
    return None


def alone(text: str) -> str | None:
    """The short name in a line that is nothing but a council's name, such as "Leeds City" above a title, or None."""
    if len(text.split()) > 7 or re.search(r"[:\d.?]", text) or _NO_NAME.search(short(text)):
        return None
    return short(text) if _is_name(short(text)) else None


def _is_name(text: str) -> bool:
    """Whether a text looks like a place's name: capitalised, short, not one of a title's own words."""
    small = ("and", "of", "on", "upon", "in", "the", "with", "le", "under", "by")
    words = text.replace(",", "").split()
    capitals = all(word[:1].isupper() or word in small for word in words)
    return bool(words) and words[0][:1].isupper() and capitals and len(words) <= 7 and not _NO_NAME.search(text)
