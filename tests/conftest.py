"""What every test stands on. Imports no Qt: the core tests run where it is not installed."""

from __future__ import annotations

import os

from hypothesis import settings

# Before anything imports Qt: no test needs a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every run and every machine, however slow it is.
settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("steady")
