"""Lets `python -m a11y_proxy` do what the command does."""

from a11y_proxy.cli import main

if __name__ == "__main__":
    main()
