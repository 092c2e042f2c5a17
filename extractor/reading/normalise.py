"""Text is made plain here, once, word by word; nothing later changes it."""

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
    + "\ue000-\uf8ff\ufb00-\ufb06]"
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(text: str) -> str:
    """Ligatures apart, private-use bullets as •, invisible characters out, no-break as plain."""
    return text.translate(_TABLE) if _SPECIAL.search(text) else text


def raised(text: str) -> str:
    """Digits of a superscript mark as superscript digits: 16%⁶ must not read as 16%6."""
    return text.translate(_SUPERSCRIPT)
