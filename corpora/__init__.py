"""Many reports as plain tables. ``from corpora import Corpus`` opens a corpus.

``corpora.conversion.convert.convert`` makes one. What is asked of it is a function over it:
``corpora.query.find``, ``corpora.explain.explain``, ``corpora.aggregate.aggregate``,
``corpora.evaluation.evaluate.evaluate``; ``corpora.check.check`` takes PDFs too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpora.corpus import Corpus

__all__ = ["Corpus"]


def __getattr__(name: str) -> Any:
    # Only who asks for Corpus pays for the libraries behind it.
    if name == "Corpus":
        from corpora.corpus import Corpus

        return Corpus
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
