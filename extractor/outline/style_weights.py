"""Settings: what each sign of a heading weighs, and what the sums decide."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting

DESIGNS = "chosen on three rounds of designs made for it (METHODOLOGY.md, Structure, measured)"


@dataclass(frozen=True, slots=True)
class StyleWeights(Settings):
    """What each sign of a heading weighs, and what the sums decide."""

    light: int = setting(192, "of 255", "Each colour of type set on a coloured ground, at least.")
    weight_size: float = setting(
        10.0,
        "per e-fold",
        "What size weighs: 10 on 11 points is 1, which nobody overlooks.",
        "defines the unit of the weights",
    )
    weight_bold: float = setting(0.7, "size steps", "What bold type weighs.", DESIGNS)
    weight_italic: float = setting(
        -0.4, "size steps", "What slope weighs: italic headings are the lower ones.", DESIGNS
    )
    weight_capitals: float = setting(
        0.9,
        "size steps",
        "What capitals weigh.",
        "capitals are two fifths higher than small letters",
    )
    weight_underlined: float = setting(
        0.35, "size steps", "What a line under them weighs.", DESIGNS
    )
    weight_coloured: float = setting(
        0.3, "size steps", "What another colour than the text's weighs.", DESIGNS
    )
    weight_on_colour: float = setting(
        0.6, "size steps", "What light type on a coloured ground weighs.", DESIGNS
    )
    weight_other_face: float = setting(
        0.3, "size steps", "What another typeface than the text's weighs.", DESIGNS
    )
    weight_centred: float = setting(
        0.3, "size steps", "What standing in the middle weighs.", DESIGNS
    )
    weight_graded: float = setting(
        1.2, "size steps", "What a grade in the cell beside it weighs: bold type and more.", DESIGNS
    )
    weight_tag: float = setting(
        3.0,
        "size steps",
        "What a level of the tags weighs where both have one: nothing else counts then.",
        DESIGNS,
    )
    weight_number: float = setting(
        1.5, "size steps", "What a step of printed numbers weighs.", "twice bold type"
    )
    weight_no_number: float = setting(
        0.75, "size steps", "What a step to headings without numbers weighs.", "half of it"
    )
    weight_stacked: float = setting(
        0.5,
        "size steps",
        "What each time weighs that one style stands right below the other.",
        DESIGNS,
    )
    most_stacked: int = setting(4, "times", "Times that count, at most.", DESIGNS)
    weight_opens: float = setting(
        0.8, "size steps", "What always opening a section weighs.", "more than bold type"
    )
    weight_pages: float = setting(
        0.8, "size steps", "What always beginning a page weighs.", "more than bold type"
    )
    most_weight: float = setting(
        1.5,
        "size steps",
        "What one style counts where another is weighed against all, at most.",
        "none outweighs two others",
    )
    same_rank: float = setting(
        0.35, "size steps", "Difference of two styles that is none.", DESIGNS
    )
    more_often: float = setting(
        1.5,
        "times",
        "How much more often the deeper of two styles that look alike is used, at least.",
        DESIGNS,
    )
    most_styles: int = setting(
        24,
        "styles",
        "Styles up to which sections are compared: a guard; beyond, prominence alone decides.",
        "comparing takes the cube of it",
    )


WEIGHTS = StyleWeights()
