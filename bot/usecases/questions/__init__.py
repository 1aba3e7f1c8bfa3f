"""What a nieuwkomer asks the bot itself: begin, ask, choose, have a word explained."""
