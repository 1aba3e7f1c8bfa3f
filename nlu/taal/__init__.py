"""What the bot itself knows of its sixteen languages: spelling, recognition, words of crisis, words for a human."""
