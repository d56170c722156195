"""The brief as PDF, set by Typst."""

from __future__ import annotations

import datetime as dt
import json
from importlib import resources
from pathlib import Path

from leveltwo.report.brief.blocks import Brief
from leveltwo.report.brief.writers.data import data_of, pictures
from leveltwo.report.charts.draw import draw

SIZES = ("10pt", "9.5pt", "9pt", "8.5pt", "8pt", "7.5pt")
"""Sizes of type, tried in turn until the principal's part fits its two pages."""
PAGES = 2
WIDTH, TALLEST = 17.0, 21.0
"""Centimetres that a picture may take."""


def to_pdf(brief: Brief) -> bytes:
    """The document, fonts in it, with its structure tagged for screen readers.

    The type is made smaller, within reason, where the principal's part would not fit two
    pages. Names and sentences reach Typst as data, never as its language.
    """
    import typst

    main = _template()
    # Typst's own fonts lack some scripts that the font of the charts has.
    fonts = typst.Fonts(font_paths=[_chart_fonts()])
    drawings = [draw(picture.chart) for picture in pictures(brief)]
    inputs = {
        "brief": json.dumps(data_of(brief), ensure_ascii=False),
        **{f"picture-{i}": drawing.svg for i, drawing in enumerate(drawings)},
        "widths": json.dumps([round(drawing.fitting(WIDTH, TALLEST), 2) for drawing in drawings]),
    }
    for size in SIZES:
        inputs["size"] = size
        asked = typst.query(main, "<principal>", field="value", sys_inputs=inputs, font_paths=fonts)
        if max(json.loads(asked)) <= PAGES:
            break
    midnight = dt.datetime.combine(dt.date.fromisoformat(brief.date), dt.time(), tzinfo=dt.UTC)
    return typst.compile(main, sys_inputs=inputs, font_paths=fonts, timestamp=midnight)


def _template() -> bytes:
    folder = resources.files("leveltwo.report.brief.writers").joinpath("templates")
    return folder.joinpath("brief.typ").read_bytes()


def _chart_fonts() -> Path:
    from matplotlib import get_data_path

    return Path(get_data_path()) / "fonts" / "ttf"
