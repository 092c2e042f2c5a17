"""The smallest PDFs that show one thing, written byte by byte."""

from __future__ import annotations

from textwrap import wrap

FONTS = {"F1": "Helvetica", "F2": "Courier", "F3": "Courier-Bold"}
WIDTH, HEIGHT = 612, 792


def line(text: str, x: float, y: float, size: float = 12, font: str = "F1") -> str:
    """One line of text, its baseline ``y`` points above the foot of the page."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def minimal_pdf(*contents: str, rotate: int = 0, box: str = f"0 0 {WIDTH} {HEIGHT}") -> bytes:
    """A PDF of one page for each content stream, with the fonts as named above."""
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
    ]
    for index, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {rotate} "
            f"/Resources << /Font << {_fonts()} >> >> /Contents {4 + 2 * index} 0 R >>"
        )
        size = len(content.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{content}\nendstream")
    return _with_table(objects)


def _fonts() -> str:
    kind = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    return " ".join(f"/{name} << {kind} /BaseFont /{base} >>" for name, base in FONTS.items())


class Sheet:
    """A page to write on from the top left, in Courier, whose letters are 0.6 em wide."""

    def __init__(self) -> None:
        self.content: list[str] = []

    def write(self, text: str, x: float, top: float, size: float = 10, bold: bool = False) -> None:
        """One line, about ``top`` points below the head of the page."""
        font = "F3" if bold else "F2"
        self.content.append(line(text, x, HEIGHT - top - 0.8 * size, size, font))

    def prose(self, text: str, x: float, top: float, chars: int = 75, size: float = 10) -> float:
        """Running text in lines of so many letters; the top of the line after it."""
        for one in wrap(text, chars, break_on_hyphens=False):
            self.write(one, x, top, size)
            top += 1.25 * size
        return top

    def fill(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.8) -> None:
        sides = f"{x0} {HEIGHT - bottom} {x1 - x0} {bottom - top}"
        self.content.append(f"q {grey} g {sides} re f Q")

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> None:
        self.content.append(f"{x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S")


def sheets_pdf(sheets: list[Sheet]) -> bytes:
    return minimal_pdf(*("\n".join(sheet.content) for sheet in sheets))


def sentences(count: int, about: str = "plan") -> str:
    """Running text in which no two sentences are alike."""
    people = ["manager", "officer", "worker", "victim", "person", "inspector", "magistrate"]
    verbs = [
        "reviewed",
        "shared",
        "discussed",
        "changed",
        "written",
        "signed",
        "kept",
        "sent",
        "read",
    ]
    return " ".join(
        f"The {about} of the {people[n % 7]} from office {'abcdefghijklmnop'[n % 16] * 3} "
        f"had been {verbs[n % 8]} in good time by all whom the {about} concerned."
        for n in range(count)
    )


def _with_table(objects: list[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start, count = len(out), len(objects) + 1
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
