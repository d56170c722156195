"""The brief as a Word document."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from leveltwo.report.brief import blocks
from leveltwo.report.brief.blocks import Block, Brief
from leveltwo.report.charts.draw import draw

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date that the format knows, for files inside the file."""
SVG_BLIP = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
WIDTH = 17.0
"""Centimetres between the margins."""
TALLEST = 21.0
"""Centimetres that a picture may be tall."""
LONGEST = 255
"""Characters that the format allows for each property of a document."""


def to_docx(brief: Brief) -> bytes:
    """The document, with Word's own styles, so that an office's template can restyle it."""
    from docx import Document

    document = Document()
    _set_up(document, brief)
    document.add_paragraph(brief.title, style="Title")
    document.add_paragraph(brief.subtitle, style="Subtitle")
    for block in brief.principal:
        _add(document, block)
    for i, block in enumerate(brief.annex):
        _add(document, block)
        if i == 0:  # a break of its own would leave a page empty where the last one is full
            document.paragraphs[-1].paragraph_format.page_break_before = True
    found = BytesIO()
    document.save(found)
    return _settled(found.getvalue())


def _settled(data: bytes) -> bytes:
    """The same file without the time at which its parts were packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            settled = ZipInfo(entry.filename, EPOCH)
            settled.compress_type = ZIP_DEFLATED
            new.writestr(settled, old.read(entry))
    return packed.getvalue()


def _set_up(document: Document, brief: Brief) -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in (("Title", 20), ("Subtitle", 11), ("Heading 1", 14), ("Heading 2", 12),
                       ("Heading 3", 11), ("Caption", 9)):  # fmt: skip
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1A, 0x1A, 0x1A)
    moment = dt.datetime.combine(dt.date.fromisoformat(brief.date), dt.time(), tzinfo=dt.UTC)
    about = document.core_properties
    about.title, about.author = brief.title[:LONGEST], "Level Two"
    about.comments = brief.stamp[:LONGEST]
    about.created = about.modified = moment
    about.language = "en"
    about.keywords = brief.marking[:LONGEST]
    _header_and_footer(document, brief)


def _header_and_footer(document: Document, brief: Brief) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(brief.marking.upper()).bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{brief.stamp}\t").font.size = Pt(7.5)
    for field, after in (("PAGE", " / "), ("NUMPAGES", "")):
        _field(foot, field)
        foot.add_run(after)


def _field(paragraph: Any, name: str) -> None:
    """A field that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields


def _add(document: Document, block: Block) -> None:  # noqa: C901 - one for each kind
    match block:
        case blocks.Heading():
            document.add_heading(block.text, block.level)
        case blocks.Paragraph():
            _said(document, block)
        case blocks.Bullets():
            for item in block.items:
                _said(document, item, "List Bullet")
        case blocks.Callout():
            _callout(document, block)
        case blocks.Table():
            _table(document, block)
        case blocks.Picture():
            _picture(document, block)
        case blocks.Contents():
            for section in block.sections:
                _said(document, blocks.Paragraph(section), "List Bullet")
        case blocks.PageBreak():
            document.add_page_break()


def _said(document: Document, item: blocks.Paragraph, style: str | None = None) -> Any:
    paragraph = document.add_paragraph(style=style)
    _runs(paragraph, item)
    paragraph.paragraph_format.keep_with_next = not item.text  # a lead heads what follows
    return paragraph


def _runs(paragraph: Any, item: blocks.Paragraph) -> None:
    if item.lead:
        paragraph.add_run(item.lead).bold = True
        paragraph.add_run(" " if item.text else "")
    paragraph.add_run(item.text)


def _callout(document: Document, block: blocks.Callout) -> None:
    frame = document.add_table(1, 1, style="Table Grid")
    cell = frame.cell(0, 0)
    _shade(cell, "F2F2F2")
    for i, item in enumerate(block.paragraphs):
        _runs(cell.paragraphs[0] if i == 0 else cell.add_paragraph(), item)
    document.add_paragraph()


def _shade(cell: _Cell, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    for key, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        fill.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 - the library has no shading


def _table(document: Document, block: blocks.Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    if block.caption:
        caption = document.add_paragraph(block.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
    table = document.add_table(1 + len(block.rows), len(block.header), style="Table Grid")
    table.autofit = False
    widths = [Cm(WIDTH * width / sum(block.widths)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # the grid: not every program heeds the cells
    for line, (cells, row) in enumerate(zip((block.header, *block.rows), table.rows, strict=True)):
        _keep_whole(row, header=line == 0)
        for i, (text, cell) in enumerate(zip(cells, row.cells, strict=True)):
            cell.width = widths[i]
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(8.5), line == 0
            if i in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph()


def _keep_whole(row: Any, *, header: bool) -> None:
    """A row that no page break divides; the header comes again on every page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no such setting
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _picture(document: Document, block: blocks.Picture) -> None:
    """Vectors, and points in their place for programs that cannot show vectors."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.shared import Cm

    drawing = draw(block.chart)
    shape = document.add_picture(BytesIO(drawing.png), width=Cm(drawing.fitting(WIDTH, TALLEST)))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    properties = shape._inline.docPr  # noqa: SLF001 - the library sets no alternative text
    properties.set("descr", block.told)
    properties.set("title", block.caption)
    package = document.part.package
    name = PackURI(f"/word/media/drawing{properties.id}.svg")
    vectors = Part(name, "image/svg+xml", drawing.svg.encode("utf-8"), package)
    link = document.part.relate_to(vectors, RELATIONSHIP_TYPE.IMAGE)
    namespaces = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'xmlns:asvg="{SVG_BLIP}"'
    )
    extension = parse_xml(
        f'<a:extLst {namespaces}><a:ext uri="{SVG_EXTENSION}">'
        f'<asvg:svgBlip r:embed="{link}"/></a:ext></a:extLst>'
    )
    shape._inline.graphic.graphicData.pic.blipFill.blip.append(extension)  # noqa: SLF001
    document.add_paragraph(block.caption, style="Caption")
