"""The bot: everything that talks, decides and remembers."""
