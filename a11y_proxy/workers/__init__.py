"""Runs the engine where it can neither block the event loop nor take the server down with it."""
