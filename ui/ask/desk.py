"""What a visit to the chat works with."""

from dataclasses import dataclass, field

from assistant.briefings.store import Briefings
from assistant.conversations import Conversations
from corpus.library import Library
from ui.briefings.adding import Adding


@dataclass(frozen=True, slots=True)
class Desk:
    """What a visit works with: the library, what is kept, whose it is here, and what is being added to briefings."""

    library: Library
    conversations: Conversations
    briefings: Briefings
    owner: str
    adding: Adding = field(default_factory=Adding)
