"""The keys of a locked journal: one random key for the file, wrapped by the passphrase and by a recovery code.

The file's key is never written as it is. Each slot wraps it with a key that Argon2id derives from a secret; the
parameters stand beside it, so that they can grow with the years. Changing the passphrase writes the slots anew and
leaves the file and its copies as they are.

Source:
    Argon2id, second recommended setting (64 MiB, 3 passes, 4 lanes): RFC 9106, section 4.
    Wrapping with a fresh salt and nonce each time: AES-256-GCM, NIST SP 800-38D.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from core.journal.errors import KeysDamagedError, WeakPassphraseError, WrongPassphraseError

KEY_BYTES = 32
FORMAT = 1
MEMORY_KIB, PASSES, LANES = 65536, 3, 4
MOST_KIB, MOST_PASSES, MOST_LANES = 1 << 20, 20, 16
"""A damaged or planted file must not make the program ask for all memory."""
SHORTEST = 8
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, which are misread on paper."""
CODE_SIGNS, GROUP = 28, 4
"""140 random bits, in seven groups of four."""

Secret = Literal["passphrase", "recovery", "ring"]
SECRETS: tuple[Secret, ...] = ("passphrase", "recovery", "ring")
"""What can open a lock. The third is random and known to nobody: the system keeps it for whoever uses the account."""


@dataclass(frozen=True)
class Slot:
    """The file's key, wrapped by one secret, with the parameters that derive its key."""

    of: Secret
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True)
class KeyRing:
    """What lies beside a locked journal: a name for it, nothing of the user's, and the slots."""

    name: str
    slots: tuple[Slot, ...]

    def open(self, secret: str) -> bytes:
        """Return the file's key for a passphrase or a recovery code.

        Raises:
            WrongPassphraseError: It opens no slot.
        """
        return self._opened(secret, ("passphrase", "recovery"))

    def open_with(self, token: bytes) -> bytes:
        """Return the file's key for what the system kept.

        Raises:
            WrongPassphraseError: It opens no slot, or there is none of its kind any more.
        """
        return self._opened(_told(token), ("ring",))

    def has(self, of: Secret) -> bool:
        """Return whether there is a slot of a kind."""
        return any(slot.of == of for slot in self.slots)

    def without(self, of: Secret) -> KeyRing:
        """Return the ring without the slots of a kind."""
        return KeyRing(self.name, tuple(slot for slot in self.slots if slot.of != of))

    def with_token(self, token: bytes, key: bytes) -> KeyRing:
        """Return the ring with a slot that opens with what the system keeps."""
        return self.with_secret("ring", _told(token), key)

    def _opened(self, secret: str, kinds: tuple[Secret, ...]) -> bytes:
        for slot in self.slots:
            if slot.of not in kinds:
                continue
            try:
                derived = _derived(_as_code(secret) if slot.of == "recovery" else _as_passphrase(secret), slot)
                return AESGCM(derived).decrypt(slot.nonce, slot.wrapped, self._bound(slot.of))
            except InvalidTag:
                continue
        raise WrongPassphraseError

    def with_secret(self, of: Secret, secret: str, key: bytes) -> KeyRing:
        """Return the ring with one secret set, or put in place of the one before.

        Raises:
            WeakPassphraseError: A passphrase is shorter than eight signs.
        """
        if of == "passphrase" and len(_as_passphrase(secret)) < SHORTEST:
            raise WeakPassphraseError(least=SHORTEST)
        blank = Slot(of, secrets.token_bytes(16), MEMORY_KIB, PASSES, LANES, secrets.token_bytes(12), b"")
        derived = _derived(_as_code(secret) if of == "recovery" else _as_passphrase(secret), blank)
        wrapped = AESGCM(derived).encrypt(blank.nonce, key, self._bound(of))
        slot = Slot(of, blank.salt, MEMORY_KIB, PASSES, LANES, blank.nonce, wrapped)
        return KeyRing(self.name, (*(other for other in self.slots if other.of != of), slot))

    def _bound(self, of: Secret) -> bytes:
        return f"disburse-check journal {FORMAT} {self.name} {of}".encode()


def new_ring() -> KeyRing:
    """Return a ring without any secret."""
    return KeyRing(secrets.token_hex(16), ())


def new_key() -> bytes:
    """Return a new random key for a file."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_code() -> str:
    """Return a code to be printed once; it is not kept anywhere."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(CODE_SIGNS))
    return "-".join(signs[start : start + GROUP] for start in range(0, CODE_SIGNS, GROUP))


def ring_to_text(ring: KeyRing) -> str:
    """Return a ring as the text of its file, sealed so that damage and a wrong passphrase can be told apart."""
    slots = [
        {
            "of": slot.of,
            "kdf": "argon2id",
            "salt": _told(slot.salt),
            "memory_kib": slot.memory_kib,
            "passes": slot.passes,
            "lanes": slot.lanes,
            "nonce": _told(slot.nonce),
            "wrapped": _told(slot.wrapped),
        }
        for slot in ring.slots
    ]
    body = {"format": FORMAT, "name": ring.name, "slots": slots}
    return json.dumps({**body, "seal": _seal(body)}, indent=1) + "\n"


def ring_of_text(text: bytes, file: str) -> KeyRing:
    """Return the ring in a file.

    Raises:
        KeysDamagedError: It is not what was written.
    """
    try:
        body = json.loads(text)
        if body.pop("seal") != _seal(body) or body["format"] != FORMAT or not body["slots"]:
            raise KeysDamagedError(file=file)
        return KeyRing(str(body["name"]), tuple(_slot(entry) for entry in body["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KeysDamagedError(file=file) from error


def _slot(entry: dict[str, Any]) -> Slot:
    memory, passes, lanes = (int(entry[name]) for name in ("memory_kib", "passes", "lanes"))
    bounded = 0 < memory <= MOST_KIB and 0 < passes <= MOST_PASSES and 0 < lanes <= MOST_LANES
    if entry["kdf"] != "argon2id" or not bounded:
        raise ValueError
    of: Secret = next((kind for kind in SECRETS if kind == entry["of"]), "passphrase")
    salt, nonce, wrapped = (base64.b64decode(entry[name], validate=True) for name in ("salt", "nonce", "wrapped"))
    return Slot(of, salt, memory, passes, lanes, nonce, wrapped)


def _derived(secret: str, slot: Slot) -> bytes:
    kdf = Argon2id(
        salt=slot.salt, length=KEY_BYTES, iterations=slot.passes, lanes=slot.lanes, memory_cost=slot.memory_kib
    )
    return kdf.derive(secret.encode())


def _as_passphrase(secret: str) -> str:
    """Return what another keyboard or system would make of the same passphrase."""
    return unicodedata.normalize("NFKC", secret).strip()


def _as_code(secret: str) -> str:
    """Return a recovery code as it was made, however it was copied from paper."""
    plain = re.sub(r"[\s\-–—_.]", "", unicodedata.normalize("NFKC", secret)).upper()
    return plain.translate(str.maketrans("ILOU", "110V"))


def _told(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _seal(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
