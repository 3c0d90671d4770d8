"""Articles and case files as they lie in a content folder, read when somebody first opens one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.loading.files import ARTICLES_FOLDER, CASES_FOLDER, Snapshot, decode


@dataclass(frozen=True)
class Shelved:
    """What is read late. ``take`` returns a snapshot of the folder with its shelf."""

    take: Callable[[], Snapshot]

    def articles(self, language: str) -> Mapping[str, str]:
        """Return article -> template of one language."""
        return self._texts(f"{language}/{ARTICLES_FOLDER}", ".md")

    @property
    def cases(self) -> Mapping[str, str]:
        """Return case -> text of its answers file."""
        return self._texts(CASES_FOLDER, ".toml")

    @cached_property
    def _snapshot(self) -> Snapshot:
        return self.take()

    def _texts(self, folder: str, ending: str) -> dict[str, str]:
        files = self._snapshot.below(folder)
        return {
            name.rpartition("/")[2].removesuffix(ending): decode(name, raw, []) or "" for name, raw in files.items()
        }
