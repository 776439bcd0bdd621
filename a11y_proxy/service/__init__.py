"""One request to one reply: drives the decisions of the floors below. Knows no web framework."""
