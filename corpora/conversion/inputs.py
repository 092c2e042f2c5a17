"""Which files a conversion is about: files, folders and patterns, each file once."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.errors import FindingsError


class NothingToConvert(FindingsError):
    """No PDF among the inputs."""

    code = "nothing_to_convert"


@dataclass(frozen=True)
class Source:
    """A file to convert: where it is, what the tables call it, and the hash of its bytes."""

    path: Path
    file: str
    sha256: str


@dataclass(frozen=True)
class Inputs:
    """Files found, sorted by name, and inputs that name nothing."""

    paths: list[Path]
    missing: list[str]


def expand(inputs: Iterable[str | Path]) -> Inputs:
    """Files as named; folders with everything below that ends in .pdf; patterns likewise.

    Raises:
        NothingToConvert: there is no file at all.
    """
    found: set[Path] = set()
    missing: list[str] = []
    for given in inputs:
        paths = list(_expand_one(str(given)))
        found.update(paths)
        if not paths:
            missing.append(str(given))
    if not found:
        raise NothingToConvert(f"no PDF found in {', '.join(missing) or 'no input'}")
    return Inputs(sorted(found, key=Path.as_posix), sorted(set(missing)))


def _expand_one(given: str) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield path
    elif glob.has_magic(given):
        for name in glob.iglob(given, recursive=True):
            match = Path(name)
            yield from _below(match) if match.is_dir() else filter(_is_pdf, [match])


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if _is_pdf(path))


def _is_pdf(path: Path) -> bool:
    # Names that begin with a dot are leftovers of file managers, not reports.
    return path.suffix.lower() == ".pdf" and not path.name.startswith(".") and path.is_file()


def source(path: Path) -> Source:
    """A file with its hash.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Source(path, file_name(path), digest)


def file_name(path: Path) -> str:
    """What the tables call a file: bytes of its name that are no UTF-8 are written ``\\xff``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
