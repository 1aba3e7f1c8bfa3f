"""The desk with time as an argument and without Telegram: races, and every order of steps."""
