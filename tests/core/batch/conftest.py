"""The command line, as the tests of other commands have it."""

from tests.core.commands.conftest import cache, run

__all__ = ["cache", "run"]
