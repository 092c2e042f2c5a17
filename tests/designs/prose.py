"""Fictional sentences, varied as running text is: figures, names, quotations, references."""

from __future__ import annotations

from random import Random

WHO = """Staff|Managers|Senior leaders|Most officers|Practitioners|Partner agencies|Team managers
Case managers|Frontline workers|Supervisors|Volunteers|The board|The service|The partnership
The local authority|The children’s charity|The trust""".replace("\n", "|").split("|")
HOW = """had worked hard to|did not always|were generally able to|had begun to|had yet to
continued to|often failed to|had made good progress in seeking to|struggled to"""
DID = """record the reasons for their decisions|review the plans after a significant change
share information with other agencies|involve families in the assessment
agree clear and realistic objectives|follow up missed appointments|challenge poor practice
explain the rules of the sentence|draw up well-informed plans|use the self-assessment tool
identify who was at risk of harm|visit the home within five days|consult the multi-agency panel
monitor the quality of referrals|make sense of the data that they held
co-ordinate the work of the teams|arrange interpreters in good time|learn from serious incidents
keep the risk register up to date|provide timely supervision"""
WHY = """although this was not the case everywhere|and this had improved since the last inspection
because workloads were high and vacancies had not been filled
which meant that needs were sometimes missed|and the results were encouraging
but outcomes were not yet measured|in line with national guidance|as the action plan had required
despite a period of considerable change|so that little time was lost|and records showed why
especially in the north of the county|where this was possible
with the help of the voluntary sector"""
WHERE = """in Westmarch|at Harrow Lea|in the two northern districts|at the Fenwold office
in Ashcombe and Dunmere|across the area|in the city centre hubs|at both sites|on the remand wing"""
FOUND = """the first contact was made on time|the assessment was good enough
the plan was reviewed when it should have been|the risk to others was understood
the victim’s wishes were taken into account|enough was done to keep people safe"""
FIGURES = (
    "In {few} of the {many} cases that we looked at, {found}.",
    "We found that {high}% of those surveyed said that they could {did}, compared with {low}% "
    "elsewhere.",
    "Of the {many} files that we read, {few} showed that someone had taken care to {did}.",
    "Fewer than half of the plans ({low}%) showed how workers would {did}.",
    "About three-quarters of people told us that staff had helped them to {did}.",
    "In the year to 31 March {year}, {many} people were released {where}; {few} of them had "
    "nowhere to live.",
)
OTHER = (
    "One young person told us: ‘They listen to me here, and that has not happened before.’",
    "This was a concern.",
    "The reasons for this were not clear.",
    "Arrangements for Dr. Merrow’s clinic, e.g. for those with long-term conditions, were sound.",
    "There was a well-used library, a gym and a small workshop.",
    "The Safeguarding Children Board (SCB) met each quarter.",
    "Ms Okafor, the Head of Service, had been in post since May 2014.",
    "We saw several examples of such work; it was careful, patient and humane.",
    "Little of this was written down.",
    "Too few courses led to a recognised qualification (see Table 2).",
    "The strategy, Safer Together, had been agreed with the Police and Crime Commissioner.",
    "Complaints were answered within ten working days.",
)


class Prose:
    """The same sentences for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def _one(self, choices: str) -> str:
        return self._random.choice(choices.replace("\n", "|").split("|"))

    def sentence(self) -> str:
        chance = self._random.random()
        if chance < 0.25:
            return self._with_figures()
        if chance < 0.4:
            return self._random.choice(OTHER)
        place = f" {self._one(WHERE)}" if chance < 0.6 else ""
        also = f" and to {self._one(DID)}" if chance > 0.85 else ""
        why = f", {self._one(WHY)}" if self._random.random() < 0.6 else ""
        return f"{self._random.choice(WHO)}{place} {self._one(HOW)} {self._one(DID)}{also}{why}."

    def _with_figures(self) -> str:
        many = self._random.randint(30, 120)
        return self._random.choice(FIGURES).format(
            many=many,
            few=self._random.randint(4, many - 3),
            high=self._random.randint(51, 97),
            low=self._random.randint(11, 50),
            year=self._random.randint(2012, 2019),
            found=self._one(FOUND),
            did=self._one(DID),
            where=self._one(WHERE),
        )

    def paragraph(self, sentences: int | None = None) -> str:
        count = sentences or self._random.randint(2, 5)
        return " ".join(self.sentence() for _ in range(count))

    def item(self) -> str:
        return self._one(DID) + (f", {self._one(WHY)}" if self._random.random() < 0.5 else "")

    def lead(self) -> str:
        return self._one("Leaders should:|The trust had taken these steps:|Managers needed to:")
