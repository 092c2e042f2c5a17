"""The inspection team: names with their roles and affiliations, from a table or from lines."""

from __future__ import annotations

import re

from extractor.language.expressions import Expressions
from schemas.document import Block, PlacedWord, TeamMember

_FORMS = Expressions("people")


def read_team(blocks: list[Block]) -> list[TeamMember]:
    """Members in the order printed; a table's row without a role goes on with the role above."""
    team: dict[str, TeamMember] = {}
    role: str | None = None
    listed = False
    for block in blocks:
        if block.kind == "heading":
            listed = bool(_FORMS.heading.match(block.text))
        match = _FORMS.role_line.match(block.text)
        found: list[TeamMember] = []
        if match:
            role = match["role"].strip()
            found = _of_role(role, block, match.start(match.lastgroup or "names"))
        elif role and block.kind == "row" and block.text.startswith("\t"):
            found = _of_role(role, block, len(block.text) - len(block.text.lstrip("\t")))
        else:
            role = None
            found = _listed(block) if listed else _named_in_sentence(block.text)
        for member in found:
            team.setdefault(member.name, member)
    return list(team.values())


def _of_role(role: str, block: Block, start: int) -> list[TeamMember]:
    end = len(block.text)
    lines = _printed_lines(block, start, end) if block.kind == "row" else [block.text[start:]]
    return [member for line in lines for member in _members(role, line)]


def _named_in_sentence(text: str) -> list[TeamMember]:
    """Inspectors whom a sentence names: "Her Majesty’s Inspectors for this visit were …"."""
    match = _FORMS.named_in_sentence.search(text) if "nspector" in text else None
    parts = _FORMS.parted.split(match["names"]) if match else []
    names = (part.strip() for part in parts if "Inspector" not in part)
    return [
        TeamMember(role="Inspector", name=name, affiliation=None)
        for name in names
        if _FORMS.name.match(name)
    ]


def _listed(block: Block) -> list[TeamMember]:
    """Names with their posts under the heading of the inspection team, in cells or in lines."""
    found, start = [], 0
    for cell in block.text.split("\t"):
        entries: list[str] = []
        for line in _printed_lines(block, start, start + len(cell)) if cell else ():
            if entries and not _FORMS.listed.match(line):
                entries[-1] += f" {line}"
            else:
                entries.append(line)
        found += [_posted(match) for match in map(_FORMS.listed.match, entries) if match]
        start += len(cell) + 1
    return found


def _posted(match: re.Match[str]) -> TeamMember:
    post = match["post"]
    role = _FORMS.leads.search(post)
    office = _FORMS.leads.sub("", post).strip(" ,")
    named = role["role"].capitalize() if role else "Inspector"
    return TeamMember(role=named, name=match["name"], affiliation=office or None)


def _printed_lines(block: Block, start: int, end: int) -> list[str]:
    """The lines of a table's cell: each has a name of its own."""
    lines: list[list[PlacedWord]] = []
    for word in block.words_of(start, end):
        below = lines and word.top >= lines[-1][-1].bottom - 1
        if lines and not below:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [block.text[line[0].start : line[-1].end] for line in lines]


def _members(role: str, names: str) -> list[TeamMember]:
    """Names after a role: one with its affiliation, or several with their titles."""
    name, _, affiliation = (part.strip() for part in names.partition(","))
    alone = "," not in affiliation and not any(map(_is_another, _FORMS.parted.split(affiliation)))
    if alone and _FORMS.name.match(name) and _FORMS.affiliation.search(affiliation):
        return [TeamMember(role=role, name=name, affiliation=affiliation)]
    found = []
    for part in _FORMS.parted.split(names):
        title = _FORMS.title.search(part)
        name = _FORMS.title.sub("", part).strip(" .\t")
        if _FORMS.name.match(name):
            found.append(
                TeamMember(role=role, name=name, affiliation=title["title"] if title else None)
            )
    return found


def _is_another(part: str) -> bool:
    """Whether a part of a list is a person's name, and no post or office."""
    name = _FORMS.title.sub("", part).strip(" .")
    return bool(_FORMS.name.match(name)) and not _FORMS.affiliation.search(name)
