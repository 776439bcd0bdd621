"""Themes: from data to one style sheet for one visitor's wishes."""
