"""The pages of the chat, each a function of what it shows."""
