"""The door's own rules."""
