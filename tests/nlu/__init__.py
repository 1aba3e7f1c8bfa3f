"""Understanding: each part on its own, then the whole through Rasa over HTTP."""
