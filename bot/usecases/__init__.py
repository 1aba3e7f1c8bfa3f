"""The verbs: each reads what it needs, decides, and returns a Plan; only the door applies it."""
