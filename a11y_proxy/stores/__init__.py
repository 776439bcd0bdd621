"""Memory and files: everything that is kept, and where."""
