"""One program at a time for one folder of answers: a second start brings the first one's window to the front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS, TRY_MS = 5000, 100
"""The first program hears calls only once it is loaded, which takes seconds when the content is new."""


class SingleProgram(QObject):
    """Holds the folder's lock as long as it lives.

    Signals:
        called (): Another start wants this program's window.
    """

    called = Signal()

    def __init__(self, folder: Path) -> None:
        """Try to be the one."""
        super().__init__()
        self._name = f"disburse-check-{_digest(str(folder.resolve()))}"
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)  # a lock counts as long as its process lives, and not a moment longer
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Return whether this is the only one; where no lock can be written at all, it counts as the only one."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def answer_calls(self) -> None:
        """Hear the calls of other starts from now on."""
        # Loaded here because the first picture of the window need not wait for it.
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_called)
        self._server.listen(self._name)

    def call_other(self) -> bool:
        """Ask the program that holds the lock to show itself; return whether it heard."""
        # Loaded here for the same reason.
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        for _ in range(PATIENCE_MS // TRY_MS):
            socket.connectToServer(self._name)
            if socket.waitForConnected(TRY_MS):
                socket.disconnectFromServer()
                return True
            QThread.msleep(TRY_MS)
        return False

    def release(self) -> None:
        """Let another start be the one."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
        self.called.emit()


def _digest(words: str) -> str:
    """Return 16 hexadecimal digits; Qt's own, for Python's would load OpenSSL, and the first picture wait for it."""
    method = QCryptographicHash.Algorithm.Sha256
    return QCryptographicHash.hash(words.encode(), method).toHex().toStdString()[:16]
