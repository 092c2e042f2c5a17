"""The inspection team: names with their roles and affiliations, from a table or from lines."""

from __future__ import annotations

import re

from schemas.document import Block, PlacedWord, TeamMember

_ROLE = (
    r"(?:(?:deputy |assistant |reporting |senior )*(?:lead |team |ofsted |hmi |chief )*inspectors?"
    r"|lead hmi|inspection team|(?:quality )?assurance(?: manager)?|(?:senior )?data analysts?"
    r"|local assessors?|[\w ]{0,30}support services)"
)
_ROLE_LINE = re.compile(rf"^(?P<role>{_ROLE})\s*[:\t]\s*(?P<names>.+)$", re.I | re.S)
_NAME = re.compile(r"^(?:Dame |Sir |Dr )?[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}$")
_TITLE = re.compile(
    r"[,(]?\s*(?P<title>S?HMI|Ofsted Inspector|Seconded [\w ]+|(?:Her|His) Majesty[’']s Inspector"
    r"|AI|CQC)\)?$"
)
_AFFILIATION = re.compile(
    r"\b(?:HMI|HMIP|Inspect\w*|Probation|Ofsted|Assessor|Manager|Officer|Reader|Analyst|Service)\b"
)
_PARTS = re.compile(r"\s*(?:,|;| and )\s*")


def read_team(blocks: list[Block]) -> list[TeamMember]:
    """Members in the order printed; a table's row without a role goes on with the role above."""
    team: dict[str, TeamMember] = {}
    role: str | None = None
    for block in blocks:
        match = _ROLE_LINE.match(block.text)
        if match:
            role, start = match["role"].strip(), match.start("names")
        elif role and block.kind == "row" and block.text.startswith("\t"):
            start = len(block.text) - len(block.text.lstrip("\t"))
        else:
            role = None
            continue
        lines = _printed_lines(block, start) if block.kind == "row" else [block.text[start:]]
        for member in (member for line in lines for member in _members(role, line)):
            team.setdefault(member.name, member)
    return list(team.values())


def _printed_lines(block: Block, start: int) -> list[str]:
    """The lines of a table's cell: each has a name of its own."""
    lines: list[list[PlacedWord]] = []
    for word in block.words_of(start, len(block.text)):
        below = lines and word.top >= lines[-1][-1].bottom - 1
        if lines and not below:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [block.text[line[0].start : line[-1].end] for line in lines]


def _members(role: str, names: str) -> list[TeamMember]:
    """Names after a role: one with its affiliation, or several with their titles."""
    name, _, affiliation = (part.strip() for part in names.partition(","))
    if "," not in affiliation and _NAME.match(name) and _AFFILIATION.search(affiliation):
        return [TeamMember(role=role, name=name, affiliation=affiliation)]
    found = []
    for part in _PARTS.split(names):
        title = _TITLE.search(part)
        name = _TITLE.sub("", part).strip(" .\t")
        if _NAME.match(name):
            found.append(
                TeamMember(role=role, name=name, affiliation=title["title"] if title else None)
            )
    return found
