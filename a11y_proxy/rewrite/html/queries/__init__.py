"""Read-only questions about elements, each asked by two rules at least."""
