"""Style sheets: author values to roles of a closed palette."""
