"""A case as the plain values of its document."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from itertools import islice
from typing import Any

from pydantic import ValidationError

from leveltwo.errors import Problem, Severity
from leveltwo.io.catalog import open_case, text_of
from leveltwo.io.node import Node
from leveltwo.io.repair import diagnose
from leveltwo.io.yaml_tree import parse
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.review import errors

Document = dict[str, Any]
ORIGIN = Node(None, 1, 1)
MOST_ERRORS = 10


def read_document(source: str) -> tuple[Document, Negotiation]:
    """The plain values of a case file, and the case; raises as `open_case`."""
    case = open_case(source)
    return parse(text_of(source).removeprefix("\ufeff"))[0].plain(), case


def case_of(document: Document) -> tuple[Negotiation | None, list[Problem]]:
    """The case that a document is, None if it has errors, and every error of it."""
    try:
        case = Negotiation.model_validate(document)
    except ValidationError:
        problems = diagnose(Node.of(document, ORIGIN))[1]
        return None, [problem for problem in problems if problem.severity is Severity.ERROR]
    found = list(islice(errors(case, Names.of(case)), MOST_ERRORS))
    return (None if found else case), found


def digest(document: Document) -> str:
    """Sixteen hexadecimal digits that stand for all that a document says, comments left out."""
    text = json.dumps(document, default=_date, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _date(value: dt.date) -> str:
    return value.isoformat()
