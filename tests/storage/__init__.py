"""What is remembered, in a real SQLite file."""
