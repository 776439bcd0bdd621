"""Changes of the tree that claim no repair: addresses, styles, slots."""
