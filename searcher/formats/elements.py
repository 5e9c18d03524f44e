"""XML files that are long lists of records: one element after another, in flat memory.

Each record is cut out of the text and parsed alone. That is faster than one parser over the whole
file, loses one record where one is damaged, and no entity that the file declares can ever be
expanded or fetched, because its document type is never shown to the parser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator
from xml.etree.ElementTree import XML, Element, ParseError

from searcher.document import Document
from searcher.errors import InputError
from searcher.formats.base import present
from searcher.formats.values import squash

ELEMENT_LIMIT = 64 << 20
"""Characters of the longest element that is read as one record."""

ENTITIES = "declares XML entities, which are not expanded"
"""Why a file is refused at once."""

_BEGINNING = re.compile(r"[^<\n]{0,60}\?>\s*<|[^\w<]{0,8}<")
_ANY_TAG = re.compile(
    # Each alternative that finds no end is followed by one that takes all that is left.
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<unended><(?:!--|!\[CDATA\[|\?).*)"
    r"|<(?P<closes>/?)(?P<name>[A-Za-z_][\w:.-]*)[^<>]*?(?P<empty>/?)>",
    re.DOTALL,
)
_REFERENCE_BEGUN = re.compile(r"&[\w#]{0,32}$")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{0,32};?)")
_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NAMESPACE = re.compile(r"""\sxmlns=(?:"[^"]*"|'[^']*')""")
_PREFIX = re.compile(r"[<\s]/?([A-Za-z_][\w.-]{0,30}):[A-Za-z_]")


def begins_with_tag(text: str) -> bool:
    """Whether a text is markup from its beginning, but for what is left of a declaration."""
    return "<" in text and _BEGINNING.match(text) is not None


def elements(
    document: Document, *names: str, begun: Collection[str] = (), innermost: bool = False
) -> Iterator[Element]:
    """The elements of these names in order, wherever they are, not those within one another.

    begun: where it is not empty, also the one within which the text is cut short is given, as far
    as it goes, without an element of these names that is not whole. innermost: of elements of these
    names within one another the inner one is given, not the cover around it. Raises InputError
    after the last good one where elements are damaged or the text is cut short, and at once where
    the file declares entities.
    """
    return present(
        picked(document, *names, reads=lambda text: True, begun=begun, innermost=innermost)
    )


def picked(
    document: Document,
    *names: str,
    reads: Callable[[str], bool],
    begun: Collection[str] = (),
    innermost: bool = False,
) -> Iterator[Element | None]:
    """As `elements`, with None for those that are damaged, and for those not to be read.

    reads: whether to read the element with this text.
    """
    bad: tuple[int, str] | None = None
    for number, text in enumerate(_texts(document, names, begun), 1):
        if not reads(text):
            yield None
            continue
        element = _parse(_innermost(text) if innermost else text)
        if isinstance(element, str):
            reason = f"record {number} is not well-formed ({element}); the others were read"
            bad = bad or (number, reason)
            yield None
        else:
            yield element
    if bad:
        raise InputError(document.path, bad[1], entry=bad[0])


def _texts(document: Document, names: tuple[str, ...], begun: Collection[str]) -> Iterator[str]:
    """The text of one element after another."""
    opening = re.compile(rf"<({'|'.join(names)})(?=[\s>/])")
    rest, begin, scanned = "", 0, 0
    close, count = "", 0
    root: str | None = None
    for block in document.blocks():
        if begin:
            rest, begin, scanned = rest[begin:], 0, max(0, scanned - begin)
        rest += block  # in place: a long record must not be copied for every block
        while True:
            if not close:
                found = opening.search(rest, begin)
                if root is None:
                    root = _root(document, rest[: found.start()] if found else rest)
                if not found:
                    begin = max(begin, len(rest) - 64)
                    break
                close, begin, scanned = f"</{found[1]}>", found.start(), found.end()
            end = rest.find(close, scanned)
            if end < 0:
                scanned = max(scanned, len(rest) - len(close))
                break
            count += 1
            yield rest[begin : end + len(close)]
            begin, close = end + len(close), ""
        if len(rest) - begin > ELEMENT_LIMIT:
            raise InputError(document.path, f"record {count + 1} has no end")
    if close:
        if begun and ">" in rest[begin:]:
            yield _closed(rest[begin:], begun)
        raise InputError(document.path, f"is cut short within record {count + 1}")
    if root and f"</{root}" not in rest:
        raise InputError(document.path, f"is cut short after record {count}")


def _closed(text: str, whole: Collection[str]) -> str:
    """An element that is cut short, with its open elements closed; `whole` are left out."""
    if text.rfind("<") > text.rfind(">"):
        text = text[: text.rfind("<")]
    opened: list[tuple[str, int]] = []
    for found in _ANY_TAG.finditer(text):
        if found["unended"]:
            text = text[: found.start()]
            break
        name = found["name"]
        if name and not found["closes"] and not found["empty"]:
            opened.append((name, found.start()))
        if found["closes"] and any(name == each for each, _ in opened):
            while opened.pop()[0] != name:
                pass
    for depth, (name, start) in enumerate(opened):
        if name in whole:
            text = text[:start]
            del opened[depth:]
            break
    text = _REFERENCE_BEGUN.sub("", text)
    return text + "".join(f"</{name}>" for name, _ in reversed(opened))


def _root(document: Document, prolog: str) -> str | None:
    """The element around all records, None where there is none or it has not begun yet."""
    if "<!ENTITY" in prolog:
        raise InputError(document.path, ENTITIES)
    found = _TAG.search(_COMMENT.sub("", prolog))
    return found[1] if found else None


def _innermost(text: str) -> str:
    """The last of the elements of one name that begin within one another."""
    name = _TAG.match(text)
    begins = list(re.finditer(rf"<{re.escape(name[1])}(?=[\s>])", text)) if name else []
    return text[begins[-1].start() :] if begins else text


def _parse(text: str) -> Element | str:
    """The element, repaired if need be, or what is wrong with it."""
    if _NAMESPACE.search(text, 0, text.index(">")):
        text = _NAMESPACE.sub(" ", text, count=1)
    try:
        return XML(text)
    except ParseError:
        pass
    try:
        return XML(_repaired(text))
    except ParseError as error:
        return str(error).split(":")[0]


def _repaired(text: str) -> str:
    """The element without what most often breaks one: HTML's entities, stray &, controls,
    prefixes that an outer element declares."""
    text = _REFERENCE.sub(_reference, _CONTROLS.sub("", text))
    head = text[: text.index(">")]
    unbound = {
        prefix
        for prefix in _PREFIX.findall(text)
        if prefix not in ("xml", "xmlns") and f"xmlns:{prefix}" not in head
    }
    declared = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in sorted(unbound))
    place = re.match(r"<[\w.:-]+", text)
    assert place is not None
    return text[: place.end()] + declared + text[place.end() :]


def _reference(found: re.Match[str]) -> str:
    text = html.unescape(found[0])
    return "&amp;" + found[1] if text.startswith(("&", "<")) else text


def text_of(element: Element | None) -> str:
    """All text in an element on one line; "" for None."""
    if element is None:
        return ""
    if len(element):
        return squash("".join(element.itertext()))
    text = element.text
    return squash(text) if text else ""


def children(element: Element) -> dict[str, Element]:
    """The children of an element by their name; of several with one name, the last."""
    return {child.tag: child for child in element}


def named(element: Element | None, name: str) -> list[Element]:
    """The children of that name, whatever their namespace; none of None."""
    return [each for each in element if local_name(each) == name] if element is not None else []


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]
