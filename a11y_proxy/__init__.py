"""Serves an existing web site as a high-contrast, enlarged, screen-reader-friendly version."""
