"""Which files a conversion is about, and what the tables call them."""

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
    """A file to convert: its path as it was named, its name in the tables, its bytes' hash."""

    path: Path
    file: str
    sha256: str


@dataclass(frozen=True)
class Inputs:
    """Files found, sorted by where they lie, and inputs that name nothing."""

    paths: list[Path]
    missing: list[str]


def expand(inputs: Iterable[str | Path]) -> Inputs:
    """Files as named; folders with everything below that ends in .pdf; patterns likewise.

    A file that is named in two ways is there once. The order is that of the files' places, so that
    it does not depend on the working directory.

    Raises:
        NothingToConvert: there is no file at all.
    """
    found: dict[Path, Path] = {}
    missing: list[str] = []
    for given in inputs:
        paths = list(_expand_one(str(given)))
        for path in paths:
            found.setdefault(_place(path), path)
        if not paths:
            missing.append(str(given))
    if not found:
        raise NothingToConvert(f"no PDF found in {', '.join(missing) or 'no input'}")
    places = sorted(found, key=Path.as_posix)
    return Inputs([found[place] for place in places], sorted(set(missing)))


def _expand_one(given: str) -> Iterator[Path]:
    path = Path(given)
    if os.path.isdir(path):  # a path's own is_dir raises where the name is too long
        yield from _below(path)
    elif os.path.exists(path):
        yield path
    elif glob.has_magic(given):
        for match in _matches(given):
            yield from _below(match) if match.is_dir() else filter(_is_pdf, [match])


def _matches(pattern: str) -> Iterator[Path]:
    """What a pattern names. ``**`` follows no link to a folder: two that lead up never end."""
    head, deep, rest = pattern.partition("**/")
    if not deep or (head and not head.endswith("/")):
        yield from map(Path, glob.iglob(pattern))
        return
    for folder in glob.iglob(head) if head else [""]:
        for match in Path(folder).glob(deep + rest):
            if not any(part.startswith(".") for part in match.relative_to(folder).parts):
                yield match


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if _is_pdf(path))


def _is_pdf(path: Path) -> bool:
    # Names that begin with a dot are leftovers of file managers, not reports. What has the name
    # of a report and is no file is not left out in silence.
    return path.suffix.lower() == ".pdf" and not path.name.startswith(".") and not path.is_dir()


def _place(path: Path) -> Path:
    """Where a file lies, by its own name: of links only those to folders are followed."""
    return Path(os.path.realpath(path.parent), path.name)


def name_in_tables(path: Path, corpus: Path, *, strip_paths: bool = False) -> str:
    """What the tables of a corpus call a file: its path from the corpus's folder, with slashes.

    So what a table holds is the same from every working directory, and goes on leading to the file
    when corpus and file are moved together. Where there is no such path, because they lie on two
    drives, it is the path as named. ``strip_paths`` keeps the name alone. Bytes of a name that are
    no UTF-8 are written ``\\xff``.
    """
    name = path.name if strip_paths else _from_folder(path, corpus)
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _from_folder(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(_place(path), os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, hexadecimal.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
