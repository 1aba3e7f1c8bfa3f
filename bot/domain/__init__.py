"""Nouns and rules, pure: values in, values out, the standard library only."""
