"""A document goes in: a file becomes Paragraphs, facts and Chunks."""
