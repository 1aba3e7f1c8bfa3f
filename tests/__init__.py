"""Conversations through the front door, and rules as properties."""
