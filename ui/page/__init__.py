"""What every page of the chat is built of, and what they all look like."""
