"""Rules as properties."""
