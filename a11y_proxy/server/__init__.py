"""The edge: aiohttp in, framework-free values to the service, bytes with filled slots out."""
