"""Reads the project's own files for the checks in this folder."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What tools and environments leave at the top; .gitignore names the same.
LEFT_BEHIND = {
    ".coverage",
    ".git",
    ".hypothesis",
    ".idea",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    ".venv-core",
    ".vscode",
    "__pycache__",
    "build",
    "dist",
    "htmlcov",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*places: str, ending: str = "") -> list[Path]:
    """Return the project's files below the places (all of them without any), in order."""
    starts = [ROOT / place for place in places] or [path for path in ROOT.iterdir() if path.name not in LEFT_BEHIND]
    below = (path for start in starts for path in (start.rglob("*") if start.is_dir() else [start]))
    return sorted(path for path in below if path.is_file() and _ours(path) and path.name.endswith(ending))


def _ours(path: Path) -> bool:
    return "__pycache__" not in path.parts and not path.name.startswith(".coverage")


def python(*places: str) -> list[Path]:
    """Return the Python files below the places."""
    return files(*places, ending=".py")


def name(path: Path) -> str:
    """Return how a file is named in messages and exceptions."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """Return the parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Yield every function and method of a file, nested ones too."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Yield every class of a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


def length(function: Function) -> int:
    """Return the lines of a function without decorators and docstring: the lines one has to follow."""
    assert function.end_lineno is not None
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None and first.end_lineno is not None:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def public_definitions(path: Path) -> Iterator[Function | ast.ClassDef]:
    """Yield the functions, classes and methods that other files may use."""
    yield from _public(tree(path).body)


def _public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def imports(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of every module imported anywhere below a node."""
    for child in ast.walk(node):
        if isinstance(child, ast.Import):
            yield from ((child.lineno, alias.name) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield child.lineno, child.module or "."
