"""What a visitor sees of ours: the panel, the style sheet's link, and our own pages."""

from a11y_proxy.server.views.views import Views

__all__ = ["Views"]
