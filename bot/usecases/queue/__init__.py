"""The queue of hulpvragen: asking for a human, offering, claiming, handing over, and what the clock does."""
