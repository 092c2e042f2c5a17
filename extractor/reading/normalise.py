"""Text is made plain here, once, word by word; nothing later changes it.

PDFium gives UTF-16. A letter beyond the first plane is two halves there (surrogates, The Unicode
Standard, 3.9); a half alone is no letter, and no file can hold it as UTF-8.
"""

from __future__ import annotations

import re
import unicodedata

HYPHEN_MARK = "\ufffe"  # what PDFium writes for a hyphen at the end of a line
BULLET = "•"

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"))
_DROPPED |= dict.fromkeys(range(0xFE00, 0xFE10))  # say how the character before them is drawn
_PLAIN = {0x2010: "-", 0x2011: "-", 0x02BC: "’", 0x00A0: " ", 0x202F: " ", 0x2212: "-"}
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_PRIVATE = dict.fromkeys(range(57344, 63744), BULLET)
_BULLETS = dict.fromkeys(map(ord, "●▪■◆♦‣⁃∙◦○►▶➢➤✓✔◼◾▫□❖❑➔⮚"), BULLET)
_TABLE = {**_DROPPED, **_PLAIN, **_LIGATURES, **_PRIVATE, **_BULLETS}
_SPECIAL = re.compile(
    "["
    + "".join(re.escape(chr(code)) for code in _TABLE if code < 0xE000)
    + "\ud800-\udfff\ue000-\uf8ff\ufb00-\ufb06]"
)
_HALF_ALONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_HALVES = re.compile("[\ud800-\udfff]")
# What a terminal or a viewer obeys and does not show: ESC, DEL, C1, marks of direction (UAX 9).
COMMANDS = re.compile("[\x1b\x7f-\x84\x86-\x9f\u061c\u202a-\u202e\u2066-\u2069]")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(text: str) -> str:
    """Ligatures apart, private-use bullets as •, invisible characters out, no-break as plain."""
    return _letters(text).translate(_TABLE) if _SPECIAL.search(text) else text


def _letters(text: str) -> str:
    """The two halves of a letter as the letter."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def without_lone_halves(text: str) -> tuple[str, int]:
    """Halves of letters that stand alone as U+FFFD, and how many there were; pairs stay."""
    return _HALF_ALONE.subn("\ufffd", text)


def raised(text: str) -> str:
    """Digits of a superscript mark as superscript digits: 16%⁶ must not read as 16%6."""
    return text.translate(_SUPERSCRIPT)
