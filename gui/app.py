"""Makes and joins all objects of the program: the only place that does, so that a test can do it with other folders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from core.errors import Problem
from core.explain.language import CODES, Language
from core.loading.answer_values import CHINA
from core.loading.compiled import load_compiled
from core.loading.library import Library
from gui.decoding.reader import Reader
from gui.draft import fresh
from gui.engine import Engine
from gui.opening import Folders, Opened, open_window
from gui.program import Parts, Program
from gui.ring import NoRing, Ring
from gui.saving import saving_in
from gui.session import Session
from gui.speaker import Speaker
from gui.tasks import SideRunner, TaskRunner


def china_now() -> dt.datetime:
    """Return the time in China, where lenders' days and hours are counted, without its zone."""
    return dt.datetime.now(CHINA).replace(tzinfo=None)


def load(folders: Folders) -> Library:
    """Return the content, from the cache when nothing has changed since it was checked; a guest makes no copy."""
    return load_compiled(folders.content, folders.cache, (_templates, _estimates), writes=not folders.guest)


def _templates(library: Library) -> Iterable[Problem]:
    # Loaded here because only content that is not in the cache needs checking, and the checks bring the templates.
    from core.explain.template_check import template_problems
    from core.letters.check import letter_problems
    from core.library.content_check import shelf_problems

    return (*template_problems(library), *letter_problems(library), *shelf_problems(library))


def _estimates(library: Library) -> Iterable[Problem]:
    # Loaded here for the same reason: these bring numpy.
    from core.estimate.content_check import estimate_problems

    return estimate_problems(library)


def layouts_of(resources: Path) -> Mapping[str, str]:
    """Return the layouts of reports by file name."""
    return {layout.name: layout.read_text("utf-8") for layout in (resources / "reports").iterdir()}


def build_app(
    folders: Folders,
    now: Callable[[], dt.datetime],
    library: Library | None = None,
    system_language: str = CODES["zh"],
    opened: Opened | None = None,
    ring: Ring | None = None,
) -> Program:
    """Return the whole program, its window not yet shown.

    Args:
        folders: Where content, resources, the user's data and the cache lie.
        now: The clock, in China's time.
        library: Content that was loaded already; loaded here when left out.
        system_language: The language used until the user chooses one.
        opened: A window that is on the screen already; one is made when left out.
        ring: The safe of the system; none when left out.

    Raises:
        ContentError: The content has mistakes.
    """
    library = library or load(folders)
    opened = opened or open_window(folders, system_language)
    code = opened.language if opened.language in library.words else system_language
    speaker = Speaker(partial(_language, library), _names(library), code)
    parts = Parts(
        window=opened.window,
        look=opened.look,
        wardrobe=opened.wardrobe,
        settings=opened.settings,
        speaker=speaker,
        engine=Engine(library.content),
        reader=Reader(library.content, folders.content, folders.cache, writes=not folders.guest),
        session=Session(fresh(now().date())),
        saving=saving_in(folders.own, library.content),
        tasks=TaskRunner(),
        beside=SideRunner(),
        now=now,
        layouts=layouts_of(folders.resources),
        letters=library.letters,
        shelf=library.shelf,
        folder=folders.data,
        content=folders.content,
        cache=folders.remembered,
        ring=ring or NoRing(),
        guest=folders.guest,
    )
    return Program(parts)


def _language(library: Library, code: str) -> Language:
    return Language.of(library.content, code, library.words[code], library.explanations[code])


def _names(library: Library) -> Mapping[str, str]:
    """Return each language's name for itself."""
    return {code: words["window.language_name"] for code, words in library.words.items()}
