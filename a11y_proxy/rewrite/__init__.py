"""Bytes of a page or sheet to an artifact: the engine."""
