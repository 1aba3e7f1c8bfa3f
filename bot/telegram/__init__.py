"""The Telegram door: durable in, durable out."""
