"""Where what opens a journal may be kept so that nobody has to type: the safe of the system, where there is one.

What is kept is not the key of the file but a random secret of its own: see :func:`core.journal.vault.add_ring`.
"""

from __future__ import annotations

import base64
from typing import Protocol

SERVICE = "disburse-check journal"


class Cabinet(Protocol):
    """Keeps a key under a name. Every call may find that there is no cabinet: then it does nothing."""

    def put(self, name: str, key: bytes) -> bool:
        """Keep a key; return whether it was kept."""
        ...

    def get(self, name: str) -> bytes | None:
        """Return the key, or None."""
        ...

    def drop(self, name: str) -> None:
        """Forget the key, if it is there."""
        ...


class NoCabinet:
    """Keeps nothing: the passphrase is asked for every time."""

    def put(self, name: str, key: bytes) -> bool:
        """Return that it was not kept."""
        del name, key
        return False

    def get(self, name: str) -> bytes | None:
        """Return None."""
        del name
        return None

    def drop(self, name: str) -> None:
        """Do nothing."""


class Backend(Protocol):
    """What this needs of the ``keyring`` library."""

    def set_password(self, service: str, name: str, value: str) -> None:
        """Keep a text."""

    def get_password(self, service: str, name: str) -> str | None:
        """Return a text."""

    def delete_password(self, service: str, name: str) -> None:
        """Forget a text."""


class SystemCabinet:
    """The system's own keyring. The front hands in the ``keyring`` library, if it is installed, and its error class."""

    def __init__(self, backend: Backend, failure: type[Exception] | tuple[type[Exception], ...]) -> None:
        """Take the library, or one of its backends."""
        self._backend = backend
        self._failures = failure if isinstance(failure, tuple) else (failure,)

    def put(self, name: str, key: bytes) -> bool:
        """Keep a key; return whether the system took it."""
        try:
            self._backend.set_password(SERVICE, name, base64.b64encode(key).decode())
        except self._failures:
            return False
        return True

    def get(self, name: str) -> bytes | None:
        """Return the key, or None when there is none or the system does not give it."""
        try:
            told = self._backend.get_password(SERVICE, name)
        except self._failures:
            return None
        try:
            return base64.b64decode(told, validate=True) if told else None
        except ValueError:
            return None

    def drop(self, name: str) -> None:
        """Forget the key."""
        try:
            self._backend.delete_password(SERVICE, name)
        except self._failures:
            return
