"""The content: seeds in the repository, checks, and files in and out."""
