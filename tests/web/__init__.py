"""The web door over HTTP."""
