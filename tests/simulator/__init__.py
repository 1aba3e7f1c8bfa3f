"""The simulator, driven by a real python-telegram-bot over HTTP."""
