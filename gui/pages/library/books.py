"""What is taken from the shelf in one language: articles, cases, the terms in their texts. No Qt."""

from __future__ import annotations

from core.library.articles import Articles
from core.library.cases import Cases
from core.library.glossary import Glossary
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
