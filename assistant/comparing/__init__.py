"""Reports beside one another: grades, themes, questions, and good practice."""
