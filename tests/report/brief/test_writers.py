"""Every writer shows the same words, and shows names as names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from lxml import etree
from markdown_it import MarkdownIt

from leveltwo.report.brief.blocks import Brief, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.writers.docx import to_docx
from leveltwo.report.brief.writers.html import to_html
from leveltwo.report.brief.writers.markdown import to_markdown
from leveltwo.report.brief.writers.pdf import to_pdf
from tests.report.brief.words import Page, texts, words

Written = dict[str, bytes]


@pytest.fixture(scope="module", params=["port_brief", "nasty_brief"])
def brief(request: pytest.FixtureRequest) -> Brief:
    """A plain brief, and one with nasty names."""
    found: Brief = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def html(brief: Brief) -> str:
    return to_html(brief).decode()


@pytest.fixture(scope="module")
def docx(brief: Brief) -> bytes:
    return to_docx(brief)


@pytest.fixture(scope="module")
def pdf(brief: Brief) -> bytes:
    return to_pdf(brief)


def pdf_text(data: bytes) -> list[str]:
    """The text of every page."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def test_html_shows_the_words_of_the_brief(brief: Brief, html: str) -> None:
    shown = words(Page(html).text)
    around = words(f"{brief.stamp} {brief.marking} {brief.marking}")
    assert shown == words(" ".join(texts(brief))) + around


def test_word_shows_the_words_of_the_brief(brief: Brief, docx: bytes) -> None:
    document = Document(BytesIO(docx))
    shown = [paragraph.text for paragraph in document.paragraphs]
    shown += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert words(" ".join(shown)) == words(" ".join(texts(brief)))


def test_markdown_shows_the_words_of_the_brief(brief: Brief) -> None:
    """What pictures tell is told in their place."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    page = Page(f"<body>{parser.render(to_markdown(brief).decode())}</body>")
    told = [block.told for block in brief.blocks if isinstance(block, Picture)]
    around = words(f"{brief.stamp} {brief.marking} {brief.marking} {' '.join(told)}")
    assert words(page.text) == words(" ".join(texts(brief))) + around


def test_pdf_shows_the_words_of_the_brief(brief: Brief, pdf: bytes) -> None:
    """Besides them there are only marking, stamp, page numbers and heads of tables again."""
    pages = pdf_text(pdf)
    shown, said = words(" ".join(pages)), words(" ".join(texts(brief)))
    assert said <= shown
    around = words(f"{brief.marking.upper()} {brief.stamp}")
    numbers = {f"{n}" for n in range(len(pages) + 1)}
    assert set(shown) <= set(said) | set(around) | numbers


def test_html_needs_nothing_from_anywhere(html: str) -> None:
    """No script, nothing fetched; every drawing has its words; no id stands twice."""
    page = Page(html)
    tags = [tag for tag, _ in page.seen]
    assert not {"script", "link", "img", "iframe", "object"} & set(tags)
    outside = [v for _, about in page.seen for k, v in about.items() if k in ("src", "href")]
    within = [str(link) for link in outside if str(link).startswith("#section-")]
    assert within == outside
    assert {link[1:] for link in within} <= set(page.ids)
    linked = [v for _, about in page.seen for k, v in about.items() if k.endswith(":href")]
    assert all(str(link).startswith("#p") for link in linked)
    assert not re.search(r"url\((?!#)", html)
    assert "@import" not in html
    assert len(page.ids) == len(set(page.ids))
    assert tags.count("desc") == tags.count("svg")


def test_html_has_its_language_and_headings_in_order(html: str) -> None:
    page = Page(html)
    levels = [int(tag[1]) for tag, _ in page.seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ("html", {"lang": "en"}) in page.seen
    assert all(about.get("scope") == "col" for tag, about in page.seen if tag == "th")


def test_word_opens_what_is_written(brief: Brief, docx: bytes) -> None:
    """Valid parts; each picture in vectors and in points, with its words; heads that repeat."""
    with ZipFile(BytesIO(docx)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        parts = {n: packed.read(n) for n in names if n.endswith((".xml", ".rels", ".svg"))}
    for part in parts.values():
        etree.fromstring(part)
    body = parts["word/document.xml"].decode()
    pictures = [block for block in brief.blocks if isinstance(block, Picture)]
    assert body.count("svgBlip") == len(pictures) == sum(n.endswith(".svg") for n in names)
    assert body.count('descr="') == len(pictures)
    tables = [block for block in brief.blocks if isinstance(block, Table)]
    grids = re.findall("<w:tblGrid>(.*?)</w:tblGrid>", body)
    assert any(len(set(re.findall(r'w:w="(\d+)"', grid))) > 1 for grid in grids)
    assert body.count("<w:tblHeader/>") == len(tables)
    styles = [p.style.name for p in Document(BytesIO(docx)).paragraphs if p.style]
    assert sum(name.startswith("Heading") for name in styles) == sum(
        isinstance(block, Heading) for block in brief.blocks
    )


def test_word_takes_a_title_longer_than_its_properties_can_be(port_brief: Brief) -> None:
    long = "word " * 60 + "end"
    found = Document(BytesIO(to_docx(replace(port_brief, title=long, marking=long, stamp=long))))
    assert found.core_properties.title == long[:255]
    assert long.upper() in found.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("writer", [to_html, to_docx, to_pdf, to_markdown])
def test_the_same_brief_is_the_same_file(
    writer: Callable[[Brief], bytes], port_brief: Brief
) -> None:
    assert writer(port_brief) == writer(port_brief)


def test_every_page_is_marked_and_can_be_traced(brief: Brief, pdf: bytes) -> None:
    for page in pdf_text(pdf):
        assert words(brief.marking.upper()) <= words(page)
        assert words(brief.stamp) <= words(page)


def test_the_principal_reads_two_pages(port_brief: Brief) -> None:
    """What follows begins on the third page at the latest."""
    pages = pdf_text(to_pdf(port_brief))
    assert any(page.split("\n")[1].startswith("Annex") for page in pages[:3])


def test_a_long_answer_is_set_smaller(port_brief: Brief) -> None:
    """More than two pages of full size are made to fit."""
    sentence = "A sentence that a busy reader has to read before anything else is said. "
    long = Brief(
        port_brief.title, port_brief.subtitle, "", port_brief.stamp, port_brief.date,
        (Paragraph(sentence * 95), *port_brief.principal), port_brief.annex,
    )  # fmt: skip
    assert any("Annex" in page.split("\n")[0] for page in pdf_text(to_pdf(long))[:3])


def test_an_unmarked_brief_has_no_marking(port_brief: Brief) -> None:
    plain = Brief(
        port_brief.title, port_brief.subtitle, "", port_brief.stamp, port_brief.date,
        port_brief.principal, (),
    )  # fmt: skip
    assert "marking" not in {about.get("class") for _, about in Page(to_html(plain).decode()).seen}
    assert to_markdown(plain).decode().startswith("# A port lease")
