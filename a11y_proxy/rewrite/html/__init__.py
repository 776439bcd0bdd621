"""Pages: parse, repair, restyle, serialise."""
