"""Rasa graph components, one a file: thin coats around the parts of nlu that know nothing of Rasa."""
