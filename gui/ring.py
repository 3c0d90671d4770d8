"""The safe of the system for this computer account, where there is one: asked beside all other work. No Qt.

Asking it may take long or forever: it may want to be unlocked itself, or wait for a service that is not there. So it is
asked in a thread that the program does not wait for at its end, and no longer than :data:`PATIENCE_S`.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from core.journal.cabinet import Cabinet, NoCabinet, SystemCabinet

if TYPE_CHECKING:
    # Only for the type: the library looks for every safe there could be when it is loaded.
    from keyring.backend import KeyringBackend

PATIENCE_S = 60.0
"""Long enough to type the password of the safe when the system asks for it."""
GLANCE_S = 0.05
TRUSTED = (
    *("keyring.backends.SecretService", "keyring.backends.libsecret", "keyring.backends.kwallet"),
    *("keyring.backends.Windows", "keyring.backends.macOS"),
)
"""Where the safes live that the systems themselves keep. Others, such as plain files, are no safe."""
Stopped = Callable[[], bool]
Result = TypeVar("Result")


class Ring(Protocol):
    """Keeps secrets by name for whoever uses this computer account. Every call may wait; ``stopped`` ends that."""

    def there(self, stopped: Stopped) -> bool:
        """Return whether there is a safe worth the name."""

    def put(self, name: str, token: bytes, stopped: Stopped) -> bool:
        """Keep a secret; return whether it was kept."""

    def get(self, name: str, stopped: Stopped) -> bytes | None:
        """Return a secret; None when there is none, or the safe does not give it."""

    def drop(self, name: str, stopped: Stopped) -> None:
        """Forget a secret."""


class NoRing:
    """No safe."""

    def there(self, _stopped: Stopped) -> bool:
        """Return that there is none."""
        return False

    def put(self, _name: str, _token: bytes, _stopped: Stopped) -> bool:
        """Return that nothing was kept."""
        return False

    def get(self, _name: str, _stopped: Stopped) -> bytes | None:
        """Return None."""
        return None

    def drop(self, _name: str, _stopped: Stopped) -> None:
        """Do nothing."""


class CabinetRing:
    """A safe behind a library that may keep one waiting."""

    def __init__(self, find: Callable[[], Cabinet], patience: float = PATIENCE_S) -> None:
        """Take what finds the safe, asked anew each time, and how long to wait for an answer, in seconds."""
        self._find, self._patience = find, patience

    def there(self, stopped: Stopped) -> bool:
        """Return whether there is a safe worth the name."""
        return patiently(lambda: not isinstance(self._find(), NoCabinet), False, stopped, self._patience)

    def put(self, name: str, token: bytes, stopped: Stopped) -> bool:
        """Keep a secret; return whether it was kept."""
        return patiently(lambda: self._find().put(name, token), False, stopped, self._patience)

    def get(self, name: str, stopped: Stopped) -> bytes | None:
        """Return a secret; None when there is none, or the safe does not give it."""
        return patiently(lambda: self._find().get(name), None, stopped, self._patience)

    def drop(self, name: str, stopped: Stopped) -> None:
        """Forget a secret."""
        patiently(lambda: self._find().drop(name), None, stopped, self._patience)


def system_ring() -> CabinetRing:
    """Return the safe of the system."""
    return CabinetRing(system_cabinet)


def system_cabinet() -> Cabinet:
    """Return the best safe that the system itself keeps, or none."""
    # Loaded here because it looks for every safe there could be, for which nothing must wait.
    import keyring
    from keyring.errors import KeyringError

    backend = trusted(keyring.get_keyring())
    # A service that went away between two calls shows itself as an error of the connection.
    return NoCabinet() if backend is None else SystemCabinet(backend, (KeyringError, OSError, RuntimeError))


def trusted(backend: KeyringBackend, modules: tuple[str, ...] = TRUSTED) -> KeyringBackend | None:
    """Return a backend that can be trusted, the first of several, or None: plain files and nothing at all are none."""
    several: Any = getattr(backend, "backends", None)
    if isinstance(several, list | tuple):
        return next((found for one in several if (found := trusted(one, modules)) is not None), None)
    return backend if type(backend).__module__ in modules else None


def patiently(ask: Callable[[], Result], otherwise: Result, stopped: Stopped, patience: float) -> Result:
    """Return the answer, or ``otherwise`` when it does not come in time, or is not wanted any more."""
    answers: list[Result] = []
    done = Event()

    def work() -> None:
        try:
            answers.append(ask())
        finally:
            done.set()

    Thread(target=work, name="disburse-check-ring", daemon=True).start()
    waited = 0.0
    while not done.wait(GLANCE_S) and not stopped() and waited < patience:
        waited += GLANCE_S
    return answers[0] if answers else otherwise
