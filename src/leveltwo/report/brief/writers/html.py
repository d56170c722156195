"""The brief as one HTML page that needs nothing else."""

from __future__ import annotations

import re
from importlib import resources

from leveltwo.report.brief.blocks import Brief, Picture
from leveltwo.report.brief.writers.data import data_of, pictures
from leveltwo.report.charts.draw import draw

IDS = re.compile(r'(\bid="|href="#|url\(#)')


def to_html(brief: Brief) -> bytes:
    """The page, styles and drawings in it; no script, and nothing fetched from anywhere."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    templates = PackageLoader("leveltwo.report.brief.writers", "templates")
    environment = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    drawings = [Markup(_inline(p, i)) for i, p in enumerate(pictures(brief))]  # noqa: S704
    template = environment.get_template("brief.html.j2")
    page = template.render(**data_of(brief), drawings=drawings, css=Markup(_css()))  # noqa: S704
    return page.encode("utf-8")


def _css() -> str:
    folder = resources.files("leveltwo.report.brief.writers").joinpath("templates")
    return folder.joinpath("brief.css").read_text(encoding="utf-8")


def _inline(picture: Picture, number: int) -> str:
    """A drawing with ids of its own, and with its words for those who do not see it."""
    from markupsafe import escape

    svg = IDS.sub(rf"\1p{number}-", draw(picture.chart).svg)
    title, told = f"picture-{number}-title", f"picture-{number}-told"
    words = (
        f'<title id="{title}">{escape(picture.caption)}</title>'
        f'<desc id="{told}">{escape(picture.told)}</desc>'
    )
    opened = svg.index(">") + 1
    start = svg[:opened].replace("<svg", f'<svg role="img" aria-labelledby="{title} {told}"', 1)
    return start + words + svg[opened:]
