"""Printing: tables on stdout, everything else in lines on stderr.

What a file or its name holds is text, never a command: whatever a terminal would obey, or would not
show, is printed as an escape (``\\x1b``). What is piped into a file stays as it is.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

import typer

from cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult

FAILED, USAGE, UNWRITTEN = 1, 2, 3  # exit codes; the README has their list
_BY_SIGNAL = 128  # more than the number of the signal that ended the command, as shells have it
_WIDE = 7
_NARROW = 16
_LINE = 400
# Controls but tab and line feed, marks of direction and of nothing, halves of letters, tags.
_NOT_SHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def inert(text: str) -> str:
    """Text with an escape for each character that a terminal obeys or does not show."""
    return _NOT_SHOWN.sub(lambda match: _escape(ord(match.group())), text)


def one_line(text: str) -> str:
    """The same for what must not go over into another line, as the name of a file."""
    return inert(text).replace("\n", "\\n")


def _escape(code: int) -> str:
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is no UTF-8 (PEP 383)
        code -= 0xDC00
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


class _Inert:
    """Renders something with escapes in its text; the colours that Rich adds stay."""

    def __init__(self, renderable: ConsoleRenderable) -> None:
        self.renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.renderable, options):
            text = segment.text if segment.control else inert(segment.text)
            yield segment._replace(text=text)


class _Hook:
    """Makes all that a console prints inert."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Inert(one) for one in renderables]


def stdout() -> Console:
    """Where results are printed; plain text when it is no terminal."""
    return _console(sys.stdout, soft_wrap=False)


def stderr() -> Console:
    """Where progress and errors are printed."""
    return _console(sys.stderr, soft_wrap=True)


def _console(file: IO[str], *, soft_wrap: bool) -> Console:
    from rich.console import Console

    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=soft_wrap)
    console.push_render_hook(cast("RenderHook", _Hook()))
    return console


def write_data(text: str) -> None:
    """Write CSV or JSON on stdout: as it is into a file or a pipe, inert on a terminal."""
    sys.stdout.write(inert(text) if sys.stdout.isatty() else text)


def complain(message: str) -> None:
    """One line on stderr about what is wrong."""
    line = inert(" ".join(message.split()))
    typer.echo(f"findings: {line if len(line) <= _LINE else line[:_LINE] + '…'}", err=True)


def remark(message: str) -> None:
    """One line on stderr that is no complaint."""
    typer.echo(one_line(message), err=True)


class Ended(KeyboardInterrupt):
    """A signal other than the keyboard's asked the command to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def endings_in_order() -> Iterator[None]:
    """Let the signals by which a system ends a command end it as an interrupt does."""

    def end(number: int, _: object) -> None:
        raise Ended(number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


@contextmanager
def errors_in_one_line(debug: bool, code: int = USAGE) -> Iterator[None]:
    """Turn what goes wrong into one line and an exit code; with ``debug``, leave the trace."""
    from schemas.errors import FindingsError, OutputError

    try:
        yield
    except KeyboardInterrupt as error:
        complain("ended from outside" if isinstance(error, Ended) else "interrupted")
        number = error.number if isinstance(error, Ended) else signal.SIGINT
        raise typer.Exit(_BY_SIGNAL + number) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        raise typer.Exit(0) from None
    except (FindingsError, OSError) as error:
        if debug:
            raise
        complain(str(error))
        raise typer.Exit(UNWRITTEN if isinstance(error, OutputError) else code) from None
    except typer.Exit:
        raise
    except Exception as error:
        if debug:
            raise
        complain(f"unexpected {type(error).__name__} (--debug shows more): {error}")
        raise typer.Exit(FAILED) from None


def print_rows(
    columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format, title: str | None = None
) -> None:
    """Print rows as a table, as CSV or as JSON."""
    rows = list(rows)
    if form == "csv":
        print_csv(columns, rows)
    elif form == "json":
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif len(columns) >= _WIDE:
        _print_records(columns, rows)
    else:
        print_table(columns, rows, title)


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as the CSV files of a corpus are written."""
    from corpora.exports.csv_text import csv_line

    for row in [columns, *rows]:
        write_data(csv_line(row))


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    write_data(json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n")


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    title: str | None = None,
    right: Iterable[str] = (),
    prose: str | None = None,
) -> None:
    """Print a table that fits the terminal.

    The columns in ``right`` are numbers; beside the column ``prose`` all are narrow.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from corpora.exports.csv_text import cell_text

    numbers = set(right)
    table = Table(
        title=Text(title) if title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for column in columns:
        number = column in numbers
        table.add_column(
            Text(column),
            justify="right" if number else "left",
            overflow="fold",
            max_width=_NARROW if prose and column != prose else None,
        )
    for row in rows:
        table.add_row(*(Text(cell_text(value).replace("\t", " | ")) for value in row))
    stdout().print(table)


def print_facts(facts: Iterable[tuple[str, object]], width: int = 0) -> None:
    """Print labels with their values, which are wrapped beside them; nulls are left out.

    ``width`` is that of the labels; of the widest by default.
    """
    from rich.table import Table
    from rich.text import Text

    from corpora.exports.csv_text import cell_text

    known = [(label, cell_text(value)) for label, value in facts if value is not None]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=width, no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in known:
        table.add_row(Text(label), Text(text.replace("\t", " | ")))
    stdout().print(table)


def _print_records(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows too wide for a table: one value a line, nulls left out."""
    from corpora.exports.csv_text import cell_text

    console = stdout()
    width = max(map(len, columns))
    for row in rows:
        for column, value in zip(columns, row, strict=True):
            if value is not None:
                console.print(f"{column:<{width}}  {cell_text(value)}", soft_wrap=True)
        console.print()
