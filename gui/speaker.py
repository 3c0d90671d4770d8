"""The language in use, switchable at any moment. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.catalogue import Catalogue
from core.explain.language import Language
from core.explain.wording import Wording


class Speaker:
    """Gives presenters the words of the moment and tells them when they change."""

    def __init__(self, make: Callable[[str], Language], names: Mapping[str, str], code: str) -> None:
        """Take the maker of a language by its code, and the languages' own names by code."""
        self._make, self.names = make, names
        self._made: dict[str, Language] = {}
        self._listeners: list[Callable[[], None]] = []
        self.language = self._get(code)

    @property
    def code(self) -> str:
        """Return the code of the language in use."""
        return self.language.code

    @property
    def words(self) -> Catalogue:
        """Return the catalogue of the language in use."""
        return self.language.words

    @property
    def wording(self) -> Wording:
        """Return what puts values into words."""
        return self.language.wording

    def use(self, code: str) -> None:
        """Speak another language from now on."""
        if code != self.code:
            self.language = self._get(code)
            for listener in tuple(self._listeners):
                listener()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after every change of language; return the call that ends it."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def _get(self, code: str) -> Language:
        if code not in self._made:
            self._made[code] = self._make(code)
        return self._made[code]


class Said:
    """A text that is put into the language of the moment each time it is read."""

    def __init__(self, speaker: Speaker, key: str, **facts: object) -> None:
        """Keep the key and its facts."""
        self._speaker, self._key, self._facts = speaker, key, facts

    def __str__(self) -> str:
        return self._speaker.words(self._key, **self._facts)
