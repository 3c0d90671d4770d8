"""Loads Qt's binding for Python so that starting does not wait for what this program has no use for.

Measured with ``tests.benchmarks.starting``: everything is loaded a sixth sooner for it, and 9 MB less are held.
"""

from __future__ import annotations

import builtins
import gc
from importlib import import_module

QT = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
PLAIN_IMPORT = "__orig_import__"
"""Where the binding keeps, in ``builtins``, the way of importing from before it looked at sources."""


def load_qt() -> None:
    """Load Qt, and let nothing slow down what is loaded after it.

    Two things would. The binding reads the source of every module that is imported after it, ours and everybody else's,
    to see whether it writes Qt's names in another style (``from __feature__ import snake_case``), and keeps what it
    read; nothing here does. And Python looks for garbage a hundred times while modules are loaded, which are none:
    :class:`gui.collector.Collector` takes that over once the program stands.
    """
    gc.disable()
    for module in QT:
        import_module(module)
    plain = getattr(builtins, PLAIN_IMPORT, None)
    if plain is not None:  # another version of the binding may keep it elsewhere: then starting takes a little longer
        builtins.__import__ = plain
