"""Everything this project raises on purpose has one base and a stable code."""

from __future__ import annotations


class FindingsError(Exception):
    """Base of all errors of this project. ``code`` is stable and machine readable."""

    code = "error"


class UnreadableFile(FindingsError):
    """A file that cannot be read as a PDF, whatever the reason."""

    code = "unreadable"


class EmptyFile(UnreadableFile):
    """A file of no bytes."""

    code = "empty"


class NotAPdf(UnreadableFile):
    """A file without a PDF header: a web page saved as .pdf, for example."""

    code = "not_a_pdf"


class DamagedPdf(UnreadableFile):
    """A PDF that cannot be opened, not after one repair either."""

    code = "damaged"


class PasswordNeeded(UnreadableFile):
    """An encrypted PDF whose password is missing or wrong."""

    code = "password"


class TooLarge(UnreadableFile):
    """A PDF beyond a limit of what is read, which would otherwise be read in part."""

    code = "too_large"


class FrameworkInvalid(FindingsError):
    """A framework's data file that does not follow the format, and every mistake in it."""

    code = "framework_invalid"

    def __init__(self, message: str, mistakes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.mistakes = mistakes


class PatternInvalid(FindingsError):
    """A pattern's data file that does not follow the format."""

    code = "pattern_invalid"


class UnwritableRows(FindingsError):
    """A report with a value that no column of its table can hold."""

    code = "unwritable"


class CorpusError(FindingsError):
    """A corpus folder that is missing, unfinished or of another version."""

    code = "corpus"


class OutputError(FindingsError):
    """What was to be written cannot be: the disk is full, or it may not be written to."""

    code = "output"
