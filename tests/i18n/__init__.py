"""Languages, direction of writing, sentences."""
