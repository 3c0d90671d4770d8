"""Why a box stays shut, see :mod:`core.journal.box`; here because it brings no cryptography."""

from __future__ import annotations


class BoxError(Exception):
    """A box that cannot be opened."""


class DamagedBoxError(BoxError):
    """The bytes are not those that were written, or no box at all."""


class CutBoxError(DamagedBoxError):
    """The end is missing."""


class OtherKeyError(BoxError):
    """Another key closed it: it belongs to another lock."""


class NewerBoxError(BoxError):
    """A newer program closed it."""
