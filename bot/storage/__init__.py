"""What is remembered: one SQLite database behind the port Store."""

from bot.storage.store import Store

__all__ = ["Store"]
