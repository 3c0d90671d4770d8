"""The shipped content with a quiz whose figures can be worked out by hand."""

from __future__ import annotations

import pytest

from core.schema.content import Content
from tests.core.classroom.papers import BOOK


@pytest.fixture(scope="session")
def by_hand(content: Content) -> Content:
    return content.model_copy(update={"quiz": BOOK})
