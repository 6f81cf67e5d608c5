"""HTML made of our own words and other people's: theirs are escaped, always.

Article text is untrusted. It becomes `Markup` through `escape` alone.
"""

import html
import re

from markupsafe import Markup


def escape(text: object) -> Markup:
    """Make text safe in HTML, also from being taken for a formula.

    A ``$`` and a backslash stand in an element of their own: JupyterLab looks for formulas between
    two dollar signs, ``\\(`` and ``\\)`` or ``\\begin`` and ``\\end`` of one text node.
    """
    escaped = re.sub(r"[$\\]", r"<span>\g<0></span>", str(Markup.escape(text)))
    return Markup(escaped)  # noqa: S704 -- escaped above


def fill(template: str, **values: object) -> Markup:
    """Fill a template of our own with values, each escaped unless it is `Markup` already."""
    safe = {
        name: value if isinstance(value, Markup | int | float) else escape(value)
        for name, value in values.items()
    }
    return Markup(template.format(**safe))  # noqa: S704 -- the template is ours, the values escaped


def plain(markup: str) -> str:
    """Text of a piece of HTML of our own, without its tags."""
    return html.unescape(re.sub(r"<[^<>]*+>", "", markup))
