"""Draw `advise.svg`: what a terminal shows of `leveltwo advise german-unification-1990`.

Run it with the project's Python: ``.venv/bin/python docs/images/make.py [FILE]``.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

CASE = "german-unification-1990"
COMMAND = f"leveltwo advise {CASE}"
SHOWN = (("German", "The deal"), ("Our moves", "Mind:"))
"""Parts shown: each from a line that begins so to before a line that begins so."""
WIDTH = 110
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def printed() -> str:
    """What the command prints, with the colours and weights of a terminal."""
    program = [sys.executable, "-m", "leveltwo.cli.main", *COMMAND.split()[1:]]
    environment = {**os.environ, "FORCE_COLOR": "1"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(  # noqa: S603 - our own program
        program, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def shortened(text: str) -> str:
    """The answer in a nutshell, and the moves; what is left out is marked."""
    lines = text.splitlines()
    plain = [Text.from_ansi(line).plain for line in lines]
    kept: list[str] = []
    for first, last in SHOWN:
        start = next(i for i, line in enumerate(plain) if line.startswith(first))
        end = next(i for i, line in enumerate(plain) if i > start and line.startswith(last))
        kept += ["\n".join(lines[start:end]).rstrip(), "\n…\n"]
    return "\n".join(kept)


def picture() -> str:
    """The picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), highlight=False)
    console.print(Text(f"$ {COMMAND}\n"), Text.from_ansi(shortened(printed())), sep="\n")
    return console.export_svg(title="Level Two", code_format=FORMAT, unique_id="leveltwo")


if __name__ == "__main__":
    here = Path(__file__).parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "advise.svg"
    target.write_text(picture(), encoding="utf-8")
