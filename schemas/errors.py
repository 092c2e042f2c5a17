"""Everything this project raises on purpose has one base and a stable code."""

from __future__ import annotations


class FindingsError(Exception):
    """Base of all errors of this project. ``code`` is stable and machine readable."""

    code = "error"


class UnreadableFile(FindingsError):
    """A file that cannot be read as a PDF, whatever the reason."""

    code = "unreadable"
    pages_done = 0


class EmptyFile(UnreadableFile):
    code = "empty"


class NotAPdf(UnreadableFile):
    code = "not_a_pdf"


class DamagedPdf(UnreadableFile):
    code = "damaged"


class PasswordNeeded(UnreadableFile):
    code = "password"


class FrameworkInvalid(FindingsError):
    """A framework's data file that does not follow the format."""

    code = "framework_invalid"


class PatternInvalid(FindingsError):
    """A pattern's data file that does not follow the format."""

    code = "pattern_invalid"


class CorpusError(FindingsError):
    """A corpus folder that is missing, unfinished or of another version."""

    code = "corpus"
