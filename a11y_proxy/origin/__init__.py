"""Fetches from the origin: only configured hosts, within limits, nothing followed or remembered."""
