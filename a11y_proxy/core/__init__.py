"""Small values and arithmetic that every floor above shares."""
