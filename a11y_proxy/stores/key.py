"""The secret that signs addresses, kept in a file so that they hold after the next start."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_NAME = "host-key"
_BYTES = 32


def new_key() -> str:
    """Gives a secret that nobody has seen."""
    return secrets.token_urlsafe(_BYTES)


def kept_key(folder: Path) -> str:
    """
    Gives the secret in a folder, made there at the first time, readable for its owner only.

    Raises OSError where the folder cannot be used. Two that start at once get the same one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _NAME
    fresh = folder / f"{_NAME}.{os.getpid()}"
    if not path.exists():
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(new_key())
        try:
            # unlike a rename, this never takes the place of what another has put there
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text("ascii").strip()
