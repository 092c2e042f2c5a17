"""Settings: what is drawn as a chart."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.settings import Settings, setting


@dataclass(frozen=True, slots=True)
class ChartSettings(Settings):
    """What is drawn as a chart."""

    bars: int = setting(3, "shapes", "Bars of a chart, at least.", "two boxes are a design")
    bar_thickness: float = setting(
        3.0, "points", "Thickness of a bar, at least.", "thicker than a rule"
    )
    bar_length: float = setting(0.7, "of page", "Its length, at most: longer shapes are panels.")
    bar_words: int = setting(2, "words", "Words inside a bar, at most, all figures.")
    slice_height: float = setting(
        20.0,
        "points",
        "Height of a slice of a pie, at least; and of the axis below bars in a frame.",
    )
    reach: float = setting(
        28.0, "points", "From a bar to its label or its neighbour, at most.", "two lines"
    )
    bars_apart: float = setting(
        2.5,
        "× their width",
        "Between two bars on one line, at most.",
        "Excel's gap between bars is 1.5 times their width, 2.19 where chosen by itself",
    )
    same_type: float = setting(
        1.5, "points", "Difference of the sizes of a chart's labels, at most."
    )
    legend_words: int = setting(
        7, "words", "Words of an entry of the legend or of a row's name, at most."
    )
    label_words: int = setting(14, "words", "Words of a piece of text in a chart's frame, at most.")
    name_length: float = setting(
        190.0,
        "points",
        "From the begin of a row's name to the bars, at most.",
        "a third of an A4 page",
    )
    frame_room: float = setting(
        160.0,
        "points",
        "By how much a frame is higher than the bars in it, at most.",
        "title, axis and legend: ten lines",
    )
    axis_height: float = setting(
        55.0, "points", "How far below the bars axis and legend reach.", "four lines"
    )


CHARTS = ChartSettings()
