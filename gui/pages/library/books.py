"""What is taken from the shelf in one language: articles, cases, the terms in their texts. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from core.library.articles import Articles
from core.library.cases import Cases
from core.library.documents import documents_of
from core.library.glossary import Glossary
from core.library.search import Index
from gui.desk import Desk


class Books:
    """Articles, cases and glossary of the language of the moment."""

    def __init__(self, desk: Desk) -> None:
        """Take the language."""
        language = desk.speaker.language
        self.code = language.code
        self.articles = Articles(language, desk.shelf.articles(language.code))
        self.cases = Cases(language, desk.shelf.cases)
        self.glossary = Glossary.of(language.words, desk.engine.content.library.term)


def index_of(desk: Desk) -> Callable[[Callable[[], bool]], Index]:
    """Return the work that makes everything findable in the language of the moment: most of a second."""
    language, shelf = desk.speaker.language, desk.shelf

    def work(stopped: Callable[[], bool]) -> Index:
        index = Index(documents_of(language, shelf), chinese=language.code.startswith("zh"))
        if not stopped():
            index.prepare()
        return index

    return work
