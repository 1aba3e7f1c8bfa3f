"""Advice to the gemeente: signals, the letter check, figures."""
