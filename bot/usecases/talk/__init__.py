"""Inside a conversation of people: relaying, taking back, a second sleutelpersoon, help for the helper."""
