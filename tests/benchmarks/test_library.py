"""How long the library keeps a reader waiting: laying everything out, and finding something in it.

Run with ``python dev.py bench``; as in ``test_speed.py``, nothing is judged.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from core.commands.workplace import language_of
from core.library.documents import documents_of
from core.library.search import Index
from core.loading.compiled import load_compiled
from tests.benchmarks.test_speed import line, milliseconds

CONTENT = Path(__file__).parents[2] / "content"
QUERIES = {"zh_CN": ("征信", "额度 机构", "zx", "zhengxin"), "en": ("credit report query", "e", "nowhere")}


def test_finding_something() -> None:
    library = load_compiled(CONTENT, None)
    for code, queries in QUERIES.items():
        start = time.process_time()
        documents = documents_of(language_of(library, code), library.shelf)
        index = Index(documents, chinese=code == "zh_CN")
        made = 1000 * (time.process_time() - start)
        signs = sum(len(document.text) for document in documents)
        print(f"\n\nThe library, {code}: {len(documents)} documents, {signs:,} signs")
        line("everything laid out and made ready, once", made, "ms")
        start = time.process_time()
        index.search("zhengxin")
        line("the first search in Latin letters, once", 1000 * (time.process_time() - start), "ms")
        for query in queries:
            line(f"a search for {query!r}", milliseconds(partial(index.search, query), 15), "ms", "20")
