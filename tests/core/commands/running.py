"""What running a command gives: exit code, what it printed, what it told as errors."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
