"""Settings: how words become lines and lines become blocks."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class LayoutSettings(Settings):
    """How words become lines and lines become blocks."""

    row_middles: float = setting(
        0.35,
        "em",
        "How far apart the middles of two words on one line are, at most.",
        "pdfminer.six takes lines to overlap by half (``line_overlap`` 0.5)",
    )
    row_middles_least: float = setting(1.0, "points", "The same, however small the type is.")
    raised_middle: float = setting(
        0.55,
        "em",
        "The same of a raised mark and its line.",
        "a mark of 0.6 of the size, raised by a third of it, has its middle 0.4 to 0.5 em higher",
    )
    mark_length: int = setting(
        3,
        "characters",
        "Length of a raised mark that stands by itself.",
        "notes are numbered to 999",
    )
    cell_gap: float = setting(
        1.2,
        "em",
        "White in a line that is wider than any space between words.",
        "a justified line's spaces grow to 0.5 em, twice the usual, and to 1 em at worst",
    )
    least_size: float = setting(
        6.0,
        "points",
        "Smaller type has gaps as if it were of this size.",
        "the smallest print that is set to be read",
    )
    larger: float = setting(
        1.12,
        "× running text",
        "Size above which a line stands out, as headings do.",
        "12 on 11 points (1.09) is still text, Word's smaller headings are 13 on 11 (1.18)",
    )
    same_size: float = setting(
        0.3,
        "points",
        "Difference of two sizes that is none.",
        "sizes are read to 0.1 point, and scaled text is off by one or two of these",
    )
    same_edge: float = setting(
        3.0,
        "points",
        "Difference of two left edges that is none.",
        "pdfplumber's ``x_tolerance`` and ``snap_tolerance``",
    )
    rounding: float = setting(
        1.0,
        "points",
        "Difference of two positions that rounding alone makes.",
        "a pixel at 72 dots an inch",
    )
    box_slack: float = setting(
        2.0,
        "points",
        "How far what lies in a box may stick out of it.",
        "twice the width of a thick frame",
    )
    column_slack: float = setting(5.0, "points", "The same of a column, a chart or a table.")
    room: float = setting(
        0.9,
        "em",
        "White that a word needs besides its own width to have fitted on a line.",
        "a space of 0.25 em, and what hyphenation and ragged setting leave",
    )
    default_pitch: float = setting(
        1.25,
        "em",
        "From line to line, of a size that has no two lines in a document.",
        "leading is 1.2 where none is given (InDesign, browsers)",
    )
    pitch_least: float = setting(
        0.9,
        "em",
        "From line to line within a block, at least, to count in measuring the pitch.",
        "lines set closer than their size touch",
    )
    pitch_most: float = setting(2.2, "em", "The same, at most.")
    loose_pitch: float = setting(
        1.22,
        "× pitch",
        "From line to line, above which a new block begins.",
        "half a line parts paragraphs (1.5); lines with raised marks reach 1.1",
    )
    pitch_slack: float = setting(
        0.5,
        "points",
        "What is added to it, whatever the size.",
        "pitches are counted in half points",
    )
    paragraph_space: float = setting(
        1.5, "points", "By how much the space between paragraphs exceeds the pitch, at least."
    )
    spaced_share: float = setting(
        0.06,
        "of lines",
        "Share of lines below such a space from which a document parts its paragraphs so.",
        "paragraphs have seldom more than ten lines",
    )
    default_size: float = setting(
        10.0,
        "points",
        "Size of the running text of a document without any.",
        "the usual size of books",
    )
    size_step: float = setting(
        0.6,
        "points",
        "Difference of two lines' sizes above which they are not of one block.",
        "sizes are set in steps of half a point",
    )
    deepest_indent: float = setting(
        4.0,
        "em",
        "First lines are set in by less: more is a block set in.",
        "Bringhurst: an em, at most three",
    )
    indented_lines: int = setting(8, "lines", "First lines set in, that make it a habit.")
    indented_share: float = setting(0.03, "of lines", "The same as a share.")
    indent_slack: float = setting(
        1.5,
        "points",
        "How far a first line's indent may be off the usual one.",
        "indents are counted in half points",
    )
    run_in_words: int = setting(
        8, "words", "Length of a bold title that opens a paragraph, at most."
    )
    wrapped_width: float = setting(
        0.5, "of column", "Width of a line from which it may go on below."
    )
    larger_by: float = setting(
        1.5,
        "points",
        "How much larger than running text a line is that is filled without being full.",
    )
    wide_gap: float = setting(
        2.2,
        "em",
        "White before what stands right of a line's text: a page number or a grade.",
        "twice the white of a loose line",
    )
    page_number_length: int = setting(
        7, "characters", "Length of a printed page number, at most.", "lxxxvii"
    )
    page_digits: int = setting(3, "digits", "The same in digits.", "no report has a thousand pages")
    label_length: int = setting(
        9, "characters", "Length of a list's mark or number, at most.", "10.10.10."
    )
    label_gap: float = setting(
        0.45,
        "em",
        "White behind a number with a stop, or a letter, that labels an item.",
        "wider than a space, 0.25 em, justified or not",
    )
    mark_gap: float = setting(
        0.3,
        "em",
        "The same behind a dash or another mark but a bullet.",
        "a space, 0.25 em, is no tabulator",
    )
    bare_label_gap: float = setting(
        0.9,
        "em",
        "The same behind a bare number, which may be part of a sentence.",
        "no space of a line is as wide unless it is badly justified",
    )
    title_words: int = setting(
        25,
        "words",
        "Words of a caption, title or entry of the contents, at most.",
        "two lines of text",
    )
    caption_distance: float = setting(
        40.0, "points", "From a caption to its table, at most.", "two empty lines"
    )
    caption_distance_chart: float = setting(
        130.0,
        "points",
        "From a caption to a chart's first label: its drawing lies between.",
        "a sixth of an A4 page",
    )
    caption_overhang: float = setting(
        20.0, "points", "How far a caption sticks out of what it names, at most."
    )
    caption_overlap: float = setting(
        0.5, "of its width", "How much of a caption stands above what it names, at least."
    )
    footnote_size: float = setting(
        0.93, "× running text", "Size of a footnote, at most.", "10 on 11 points is 0.91"
    )
    footnote_height: float = setting(
        0.5, "of page", "How far down the page a footnote begins, at least."
    )
    contents_entries: int = setting(
        3,
        "lines",
        "Lines that lead to a page number and make a list of contents.",
        "two may be a sentence that breaks before a number",
    )
    beside_level: float = setting(
        0.7,
        "em",
        "How much lower what stands beside text may begin than what it is put before.",
        "less than a line",
    )
    margin_strip: float = setting(
        20.0,
        "points",
        "Width of a strip of the margin whose turned words are one line.",
        "wider than turned text is high",
    )
    divider_words: int = setting(40, "words", "Words on a page before a chapter, at most.")
    divider_size: float = setting(
        1.3,
        "× running text",
        "Size of its first words, more than.",
        "the smallest titles are 14 on 11 points (1.27) or 16 on 12 (1.33)",
    )
    divider_text_words: int = setting(
        12, "words", "A block of more words in a text's size is text."
    )
    box_height: float = setting(
        18.0,
        "points",
        "Height of a drawn box that can hold text: lower ones are rules and highlights.",
        "a line of 11 points on its leading, and some room",
    )
    panel_width: float = setting(
        0.25, "of page", "Width of a panel, at least.", "the narrowest of three columns"
    )
    page_box_width: float = setting(
        0.95, "of page", "A wider box, that is also high, is the page's ground."
    )
    page_box_height: float = setting(
        0.6, "of page", "A higher box, that is also wide, is the page's ground."
    )
    outlier_lines: int = setting(
        10, "lines", "One line in so many may reach further right than the column."
    )
    ragged: float = setting(
        20.0, "points", "By how much the ends of full lines differ.", "a word of four letters"
    )
    quote_inset: float = setting(
        12.0, "points", "How far a quotation is set in from either side, at least.", "a pica"
    )
    quote_width: float = setting(0.6, "of column", "Width of a quotation, at least.")
    rectangle_segments: int = setting(
        6,
        "segments",
        "Path segments of a rectangle, at most.",
        "ISO 32000-1, 8.5.2.1: ``re`` makes five; some close it twice",
    )
    next_line: float = setting(
        1.8,
        "em",
        "From a line to the next of the same header or heading, at most.",
        "one and a half times a leading of 1.2",
    )
    touching: float = setting(
        0.1, "em", "White between two words that is none.", "pdfminer.six's ``word_margin``"
    )
    hyphen_evidence: int = setting(
        2,
        "words",
        "Words broken with a hyphen that a document also prints whole, to break words so.",
    )
    attribution_words: int = setting(
        12, "words", "Words of the line below a quotation that says who spoke, at most."
    )
    signature_lines: int = setting(
        4, "lines", "Lines of a signature, at most.", "name, office, body and date"
    )
    signature_words: int = setting(9, "words", "Words in a line of a signature, at most.")
    running_words: int = setting(
        20, "words", "Words of a block from which it is surely running text.", "two lines"
    )


LAYOUT = LayoutSettings()
