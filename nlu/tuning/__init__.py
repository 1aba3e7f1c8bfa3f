"""Teaches the sentence encoder our subject: done now and then by a developer, the outcome is kept in nlu/tuned.xz."""
