"""A local Telegram: a Bot API server for practice and tests, with a page of three phones."""
