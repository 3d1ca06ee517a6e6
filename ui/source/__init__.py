"""The source of a sentence, open beside any page: its words, its page with the paragraph marked."""
