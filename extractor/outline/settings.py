"""Settings: what is a heading, what is none, and of what level."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting

DESIGNS = "chosen on three rounds of designs made for it (docs/outline.md, Measured)"


@dataclass(frozen=True, slots=True)
class OutlineSettings(Settings):
    """What is a heading, what is none, and of what level."""

    heading_words: int = setting(30, "words", "Words of a heading, at most.", "three lines of text")
    titles_share: float = setting(
        0.8,
        "of lines",
        "Share of lines of one look that read as titles, to be headings without other evidence.",
    )
    evidenced_share: float = setting(
        0.4, "of titles", "Share of titles of one look with evidence, to be headings all of them."
    )
    alike: int = setting(
        2, "titles", "Titles of one look, at least, to be headings without other evidence."
    )
    weak_alike: int = setting(
        3,
        "titles",
        "The same of titles that differ in one thing; and of a line above the first text.",
        "two in italics are names",
    )
    caption_titles: int = setting(
        3,
        "× as often",
        "How much more often lines of a look stand over text than over tables, to be headings.",
    )
    lone_words: int = setting(
        12,
        "words",
        "Words of a heading of which no other looks so, or that differs in one thing, at most.",
        "a line",
    )
    quotation_words: int = setting(
        6, "words", "Words in quotation marks that are a quotation, at least: fewer may be a title."
    )
    number_letters: int = setting(
        40,
        "characters",
        "How much of a heading is looked at for a caption's or an appendix's number.",
    )
    grade_letters: int = setting(40, "characters", "Characters of a grade, at most.")
    greeting_letters: int = setting(
        60, "characters", "How much of a line is looked at for a letter's first and last words."
    )
    role_letters: int = setting(120, "characters", "How much of a line is looked at for an office.")
    weak_lines: int = setting(
        2, "lines", "Lines of a heading that differs from text in one thing, at most."
    )
    weak_size: float = setting(0.85, "× running text", "Its size, at least.")
    weak_letters: int = setting(
        4, "letters", "Letters of one in capitals, at least: fewer are an abbreviation."
    )
    text_words: int = setting(
        8, "words", "Words of the text below a heading, at least.", "half a line"
    )
    grade_gap: float = setting(0.8, "em", "White before a grade right of a title, more than.")
    aside_words: int = setting(
        4, "words", "Words of what stands right of a title and is no grade, at most."
    )
    aside_edge: float = setting(
        6.0, "points", "How far before the end of the column it ends, at most."
    )
    aside_lines: int = setting(
        3,
        "lines",
        "Lines of such a title, at most; and titles line below line that are a list, at least.",
    )
    contents_indent: float = setting(
        5.0,
        "points",
        "Indent of an entry below which it is of the depth of the others.",
        "indents are half an em and more",
    )
    indent_per_point: float = setting(4.0, "points", "Indent that a point of size outweighs.")
    indent_bold: float = setting(6.0, "points", "Indent that bold type outweighs.")
    contents_page: int = setting(
        20, "pages", "Page up to which contents are looked for.", "they stand in the front matter"
    )
    cover_words: int = setting(150, "words", "Words above the first text of a cover, at most.")
    cover_text_words: int = setting(18, "words", "Words of the first text, at least.")
    cover_title_size: float = setting(
        1.25, "× running text", "Size above which a box on the first page holds a title."
    )
    title_again: float = setting(
        0.8, "of words", "Share of a title's words that stand again on the next pages."
    )
    divider_series: int = setting(2, "pages", "Pages before chapters that make a design of them.")
    divider_next: int = setting(
        2,
        "pages",
        "Pages behind one on which its title may stand again.",
        "the back of the leaf, and the next",
    )
    column_name_words: int = setting(
        4, "words", "Words of the name of a column of grades, at most."
    )
    signatory_words: int = setting(15, "words", "Words of a line below a letter's close, at most.")
    office_words: int = setting(12, "words", "Words of an office below a name, at most.")
    centre_slack: float = setting(
        4.0, "points", "How far a line is off the edge or the middle of its column, at most."
    )
    style_size: float = setting(
        0.75,
        "points",
        "Difference of two sizes of headings that is none.",
        "sizes are set in steps of a point",
    )
    first_headings: int = setting(
        3,
        "headings",
        "Headings of a style, at least, for their share at the top of pages to mean anything.",
    )
    listed_alike: int = setting(
        2,
        "headings",
        "Headings of one style on the contents page that tell the level of the others.",
    )
    listed_share: float = setting(
        0.5, "of headings", "Share of a style's headings that the contents page lists, at least."
    )
    listed_level_share: float = setting(0.8, "of headings", "Share of these that are of one level.")


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


OUTLINE = OutlineSettings()
WEIGHTS = StyleWeights()
