"""The content: from the repository into a real database, and out again."""
