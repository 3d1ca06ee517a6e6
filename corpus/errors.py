"""What can go wrong, each told to a person as one plain line with a next step.

InspectionError
├── UnreadableFile     a file that cannot be taken in: the rest goes on without it
├── LibraryProblem     the data folder is busy, full, missing or damaged
├── ModelProblem       an embedder, reranker, vocabulary or chat model that cannot be used
└── WrongUse           a question, setting or argument that cannot be acted on
"""


class InspectionError(Exception):
    """Something that a person can mend. Its text is one plain sentence with the reason and the next step."""


class UnreadableFile(InspectionError):
    """A file that cannot be read: the text says why and what to do; `file` is its name."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class LibraryProblem(InspectionError):
    """The data folder cannot be used as it is."""


class ModelProblem(InspectionError):
    """A model or vocabulary cannot be used."""


class WrongUse(InspectionError):
    """A question, setting or argument cannot be acted on."""
