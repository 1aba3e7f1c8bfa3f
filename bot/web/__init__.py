"""The web door: health, figures for monitoring, and Telegram's webhook."""
