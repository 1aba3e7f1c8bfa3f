"""After a conversation, or instead of its end: outcome, going on, debrief, reports and blocks."""
