"""Conversations: the real application against the simulator, over HTTP, with a real database."""
