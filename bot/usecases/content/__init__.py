"""The content: editing, reviewing, recording, changes of the law, proposals."""
