"""Lists of standard questions: each is asked of a council, and says after which source it was written."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.errors import WrongUse

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class StandardQuestion:
    """A question in our own words; {council} stands in it for the council's name. `source` is title and publisher."""

    id: str
    text: str
    source: str

    def of(self, council: str) -> str:
        """The question as it is asked of a council."""
        return self.text.replace("{council}", council)


@dataclass(frozen=True, slots=True)
class StandardList:
    """A list of standard questions, with the name that commands know it by."""

    name: str
    title: str
    questions: tuple[StandardQuestion, ...]


@lru_cache(maxsize=1)
def lists() -> tuple[StandardList, ...]:
    """The lists that ship with the assistant."""
    sources = {row["key"]: f"{row['title']} ({row['publisher']})" for row in _rows("sources")}
    return tuple(StandardList(row["name"], row["title"], _questions(row["name"], sources)) for row in _rows("lists"))


def find_list(name: str) -> StandardList:
    """The list of a name. Raises WrongUse where there is none, with the names that there are."""
    found = next((each for each in lists() if each.name == name.strip().casefold()), None)
    if found is None:
        names = ", ".join(each.name for each in lists())
        raise WrongUse(f"There is neither a file nor a standard list {name!r}. The standard lists are: {names}.")
    return found


def _questions(name: str, sources: Mapping[str, str]) -> tuple[StandardQuestion, ...]:
    return tuple(StandardQuestion(row["id"], row["question"], sources[row["source"]]) for row in _rows(name))


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
