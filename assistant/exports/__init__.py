"""A conversation on paper: as Markdown, as a Word document and as a PDF, with the numbers that the screen shows."""
