"""Understanding as the bot meets it: over HTTP, supervised, and without Rasa."""
