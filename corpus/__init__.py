"""The reports, the nouns they are made of, and the Library that keeps them."""
