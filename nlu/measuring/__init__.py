"""How fast a served model answers, and what it takes of memory."""
