"""Nothing in the repository tells on whose machine, or from which server, it was made."""

from __future__ import annotations

import re

import pytest

from tests.checks.code import files, name

# Joined from pieces, so that this file does not find itself.
PLACES = "|".join(("home", "root", "Users", "work", "tmp", "opt", "mnt", "var"))
SERVERS = "|".join(
    (
        r"pypi\.org",
        "pythonhosted",
        "registry" + r"\.npmjs",
        "deb" + r"\.debian",
        "index" + "-url",
        "files" + r"\.python",
    )
)
PATTERNS = {
    "a path of one machine": rf"(?<![\w.:/>~-])/(?:{PLACES})/[\w.]",
    "a path of one Windows machine": r"\b[A-Z]:\\+(?:Users|Documents|Program)",
    "an address of a file": r"file:" + r"///",
    "a package registry": f"(?:{SERVERS})",
}


@pytest.mark.parametrize("kind", PATTERNS)
def test_that_no_text_of_the_repository_holds(kind: str) -> None:
    pattern = re.compile(PATTERNS[kind])
    found = [
        f"{name(path)}:{number} {match[0]}"
        for path in files()
        if name(path) != "tests/checks/test_private_words.py"
        for number, line in enumerate(_text(path.read_bytes()).splitlines(), start=1)
        if (match := pattern.search(line))
    ]
    assert found == []


def _text(content: bytes) -> str:
    """Return a text file's text, and nothing for a picture."""
    return "" if b"\0" in content else content.decode("utf-8")
