"""A person sees it: the command line and the chat."""
