"""The Telegram door: durable in, durable out."""

import os

# python-telegram-bot gives durations as timedelta, as its next version will, and does not warn about it.
os.environ.setdefault("PTB_TIMEDELTA", "1")
