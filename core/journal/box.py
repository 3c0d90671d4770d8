"""A closed box around some bytes: who lacks the key of the journal learns of them no more than about how many they are.

A box is written anew each time, with a fresh nonce; a few hundred times for one check, where 2**32 are allowed. What
stands before the closed part, its purpose among it, is bound to it, so that no box can be taken for another one.

Source:
    ChaCha20-Poly1305: RFC 8439, section 2.8. Deriving the key, HKDF with SHA-256: RFC 5869. How often a random nonce of
    96 bits may be drawn for one key: NIST SP 800-38D, section 8.3.
"""

from __future__ import annotations

import secrets
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from core.journal.shut_boxes import CutBoxError, DamagedBoxError, NewerBoxError, OtherKeyError

FORMAT = 1
MAGIC = b"DCBOX"
HEAD = struct.Struct(">5sB8s12sI")
"""How a box begins: what it is, its format, which key opens it, the nonce, how many closed bytes follow."""
LENGTH = struct.Struct(">I")
STEP = 1024
"""The closed part grows in such steps of bytes, so that its size tells little of what was answered."""
KEY_BYTES, NAME_BYTES, NONCE_BYTES, TAG_BYTES = 32, 8, 12, 16


class Box:
    """Closes and opens with one key, for one purpose."""

    def __init__(self, key: bytes, purpose: str) -> None:
        """Derive from a journal's key what no other purpose has."""
        info = f"disburse-check box {FORMAT} {purpose}".encode()
        derived = HKDF(SHA256(), KEY_BYTES + NAME_BYTES, salt=None, info=info).derive(key)
        self._cipher, self._name = ChaCha20Poly1305(derived[:KEY_BYTES]), derived[KEY_BYTES:]
        self._purpose = purpose.encode()

    def close(self, data: bytes) -> bytes:
        """Return the bytes of a closed box."""
        inside = LENGTH.pack(len(data)) + data
        inside += bytes(-len(inside) % STEP)
        nonce = secrets.token_bytes(NONCE_BYTES)
        head = HEAD.pack(MAGIC, FORMAT, self._name, nonce, len(inside) + TAG_BYTES)
        return head + self._cipher.encrypt(nonce, inside, head + self._purpose)

    def open(self, box: bytes) -> bytes:
        """Return what was closed.

        Raises:
            CutBoxError: The end is missing.
            DamagedBoxError: Something else is wrong with the bytes.
            OtherKeyError: Another key closed it.
            NewerBoxError: A newer program closed it.
        """
        if len(box) < HEAD.size:
            raise CutBoxError if MAGIC.startswith(box[: len(MAGIC)]) else DamagedBoxError
        head, closed = box[: HEAD.size], box[HEAD.size :]
        magic, form, name, nonce, length = HEAD.unpack(head)
        if magic != MAGIC or not form:
            raise DamagedBoxError
        if form > FORMAT:
            raise NewerBoxError
        if name != self._name:
            raise OtherKeyError
        if len(closed) < length:
            raise CutBoxError
        try:
            inside = self._cipher.decrypt(nonce, closed, head + self._purpose)
        except InvalidTag as error:
            raise DamagedBoxError from error
        (size,) = LENGTH.unpack_from(inside)
        return inside[LENGTH.size : LENGTH.size + size]
