"""What the commands do; `bot/__main__.py` only parses."""
