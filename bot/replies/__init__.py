"""How it is said: values in, texts with buttons out; one file a subject or an audience."""
