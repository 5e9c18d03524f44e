"""Archives, bombs, damage and files that are no text: read through, or one clear reason."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import tarfile
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest

from searcher import sources
from searcher.errors import InputError
from searcher.formats import parse
from searcher.sources import archives, documents, walk
from searcher.storage.layout import is_index

TEXT = b"Some title\n\nSome text of it.\n"


def texts(path: Path) -> dict[str, str]:
    """What can be read in a file, and why the rest cannot be, by the part's own name."""
    found = {}
    for document in documents(str(path)):
        name = document.path.removeprefix(str(path))
        try:
            found[name] = document.text()
        except InputError as error:
            found[name] = f"InputError: {error.reason}"
    return found


def reason(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        for document in documents(str(path)):
            list(parse(document))
    assert caught.value.path == str(path)
    assert "\n" not in caught.value.reason
    return caught.value.reason


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


NO_RECORDS = (
    {"title": "Rash in adults", "journal": "Ann Test", "year": 2019, "doi": "10.99999/a.1",
     "abstract_start": "We asked", "truncated": True},  # notes about a page beside it
    {"title": "My notes", "author": "A. Person", "theme": "dark", "plugins": []},
    {"$schema": "x", "title": "Settings", "type": "object", "properties": {}},
    {"name": "some-package", "version": "1.0.0", "keywords": ["a"], "author": "A. Person"},
)  # fmt: skip
RECORDS = (
    {"title": "Rash in adults", "abstract": "We asked."},
    {"title": "Rash in adults", "authors": [{"name": "Ada Exampleson"}], "year": 2019},
    {"title": "Rash", "author": [{"family": "Exampleson", "given": "A"}], "DOI": "10.99999/a.1"},
)


@pytest.mark.parametrize("shape", NO_RECORDS, ids=lambda shape: next(iter(shape.values())))
@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_that_is_no_article_is_not_read_as_one(
    tmp_path: Path, shape: dict[str, object], indent: int | None
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(shape, indent=indent))
    assert reason(path).endswith(("record with a title or an abstract", "date or identifier"))


@pytest.mark.parametrize("shape", RECORDS)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_that_is_one_article_is_read(
    tmp_path: Path, shape: dict[str, object], indent: int | None
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(shape, indent=indent))
    (document,) = documents(str(path))
    assert [record.title for record in parse(document)] == [shape["title"]]


def test_xml_that_tells_of_no_article_is_not_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "settings.xml"
    path.write_text('<?xml version="1.0"?>\n<settings><proxy>on</proxy></settings>\n')
    assert reason(path) == "is XML of no shape that is known"


def test_a_list_of_identifiers_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "pmid-set.txt"
    path.write_text("28765432\n28765433\n", encoding="utf-8")
    assert reason(path) == "holds no title, abstract or text of an article"


def test_among_several_records_one_may_have_a_title_alone(tmp_path: Path) -> None:
    for name, text in (("a.json", '[{"title": "A"}]'), ("a.jsonl", '{"title": "A"}')):
        (tmp_path / name).write_text(text)
        (document,) = documents(str(tmp_path / name))
        assert [record.title for record in parse(document)] == ["A"]


MESSAGE = (
    "Subject: A page\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n boundary="=_b"\n\n--=_b\n'
    "Content-Type: {kind}{charset}\nContent-Transfer-Encoding: quoted-printable\n\n{text}\n--=_b\n"
    "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--=_b--\n"
)


@pytest.mark.parametrize(
    ("kind", "charset", "text", "expected"),
    [
        ("text/html", "", "<meta charset=3Dutf-8><p>Na=C3=AFve wa=\nrds", "Naïve wards"),
        ("text/html", "; charset=x-none", "<p>Na=EFve wards</p>", "Naïve wards"),
        ("text/html", "; charset=gb2312", "<p>=B2=A1=B7=BF</p>", "病房"),
        ("text/plain", "; charset=iso-8859-1", "Na=EFve wards", "Naïve wards"),
    ],
)
def test_a_message_is_read_through_to_its_page(
    tmp_path: Path, kind: str, charset: str, text: str, expected: str
) -> None:
    message = MESSAGE.format(kind=kind, charset=charset, text=text)
    for name, ending in (("a.mhtml", "\n"), ("b.eml", "\r\n")):
        path = tmp_path / name
        path.write_bytes(message.replace("\n", ending).encode("ascii"))
        (found,) = texts(path).values()
        assert expected in found
        assert "MIME" not in found


def test_a_message_without_text_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    path.write_text(MESSAGE.format(kind="image/gif", charset="", text="R0lGODlh"))
    assert reason(path) == "is a message that holds neither a page nor text"
    path.write_text("From: a person\nSubject: wards\n\nNotes about a ward without a version.\n")
    assert "Subject: wards" in texts(path)[""]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_files_are_read_through(tmp_path: Path, pack: object) -> None:
    path = tmp_path / "a.txt.packed"
    path.write_bytes(pack(TEXT) + pack(TEXT))  # type: ignore[operator]
    assert texts(path) == {"": (TEXT + TEXT).decode()}


@pytest.mark.skipif(sys.version_info < (3, 14), reason="zstd came with Python 3.14")
def test_zstd_is_read_through(tmp_path: Path) -> None:
    from compression import zstd  # type: ignore[import-not-found]

    (tmp_path / "a.zst").write_bytes(zstd.compress(TEXT))
    assert texts(tmp_path / "a.zst") == {"": TEXT.decode()}


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="zstd came with Python 3.14")
def test_zstd_says_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.zst").write_bytes(b"\x28\xb5\x2f\xfd" + b"x" * 40)
    assert "needs Python 3.14" in reason(tmp_path / "a.zst")


def test_members_of_archives_are_read_in_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    members = {"b/x.txt": TEXT, "a.txt.gz": gzip.compress(TEXT), "__MACOSX/._a": TEXT, ".h": TEXT}
    expected = {"!b/x.txt": TEXT.decode(), "!a.txt.gz": TEXT.decode()}
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (tmp_path / "a.tar").write_bytes(tarred(members))
    (tmp_path / "a.tgz").write_bytes(gzip.compress(tarred(members)))
    (tmp_path / "a.tar.xz").write_bytes(lzma.compress(tarred(members)))
    for path in tmp_path.iterdir():
        assert texts(path) == expected, path


def test_a_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.pdf": b"%PDF-1.4", "b.txt": TEXT, "c.txt": b""}))
    found = texts(tmp_path / "a.zip")
    assert found["!b.txt"] == TEXT.decode()
    assert found["!a.pdf"].startswith("InputError: is a PDF, not text")
    assert found["!c.txt"] == "InputError: is empty"


def test_an_archive_without_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({}))
    assert reason(tmp_path / "a.zip") == "is an archive without files"


def test_a_large_member_of_a_tar_is_streamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SMALL_MEMBER", 10)
    data = gzip.compress(tarred({"a.txt": TEXT, "b.txt": TEXT * 2, "c.txt": b"short"}))
    (tmp_path / "a.tgz").write_bytes(data)
    expected = {"!a.txt": TEXT.decode(), "!b.txt": TEXT.decode() * 2, "!c.txt": "short"}
    assert texts(tmp_path / "a.tgz") == expected


def test_an_archive_in_an_archive_is_read_and_no_deeper(tmp_path: Path) -> None:
    inner = zipped({"c.txt": TEXT})
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": inner}))
    assert texts(tmp_path / "a.zip") == {"!b.zip!c.txt": TEXT.decode()}
    (tmp_path / "d.zip").write_bytes(zipped({"e.zip": zipped({"b.zip": inner})}))
    (only,) = texts(tmp_path / "d.zip").values()
    assert "archive in an archive in an archive" in only
    (tmp_path / "g.gz").write_bytes(gzip.compress(gzip.compress(TEXT)))
    assert "compressed twice" in reason(tmp_path / "g.gz")


def bomb(size: int) -> bytes:
    """A gzip file of `size` MB of zeros and newlines, about a thousandth of it long."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = (b"0" * 99 + b"\n") * 10_486
    return b"".join(packer.compress(block) for _ in range(size)) + packer.flush()


def test_a_compressed_bomb_is_refused_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "FREE_EXPANSION", 16 << 20)
    (tmp_path / "a.txt.gz").write_bytes(bomb(100))
    tracemalloc.start()
    (document,) = documents(str(tmp_path / "a.txt.gz"))
    with pytest.raises(InputError, match="expands to more than"):
        for _ in document.lines():
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 14 << 20


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"0" * (100 << 20)}))
    (only,) = texts(tmp_path / "a.zip").values()
    assert "expands to more than" in only


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (b"%PDF-1.7\n1 0 obj", "is a PDF, not text"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "is an Outlook message or an old Office file",
        ),
        (b"{\\rtf1\\ansi Text}", "is an RTF document"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "is a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a JPEG image"),
        (b"SQLite format 3\0" + b"\0" * 80, "is an SQLite database"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "is a 7-Zip archive"),
        (bytes(range(256)) * 20, "is a binary file"),
        (b"", "is empty"),
        (b" \n\t\n", "holds nothing but white space"),
        (b"\xef\xbb\xbf\n", "holds nothing but white space"),
        (b"%!PS-Adobe-3.0\n", "is a PostScript file, not text; save its text instead"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, start: bytes, said: str) -> None:
    (tmp_path / "a.txt").write_bytes(start)
    assert reason(tmp_path / "a.txt").startswith(said)


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("word/document.xml", "is a Word document"),
        ("xl/workbook.xml", "is an Excel workbook"),
        ("mimetype", "is an OpenDocument"),
    ],
)
def test_office_documents_are_no_archives(tmp_path: Path, member: str, said: str) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({member: b"x", "other.xml": b"<x/>"}))
    assert reason(tmp_path / "a.docx").startswith(said)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_cut_short_says_so_after_what_came_before(tmp_path: Path, pack: object) -> None:
    lines = b"".join(b"line %d\n" % (number * 7919) for number in range(100_000))
    data: bytes = pack(lines)  # type: ignore[operator]
    (tmp_path / "a.txt.packed").write_bytes(data[: len(data) * 3 // 4])
    (document,) = documents(str(tmp_path / "a.txt.packed"))
    read = []
    with pytest.raises(InputError, match="cut short"):
        for line in document.lines():
            read.append(line)
    assert len(read) > 40_000 or pack is bz2.compress
    assert all(line.startswith("line ") for line in read)


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.gz"])
def test_damage_in_the_middle_is_one_reason(tmp_path: Path, name: str) -> None:
    noise = b"".join(b"%d\n" % (number * 104729) for number in range(50_000))
    whole = {"a.zip": zipped, "a.tar.gz": lambda m: gzip.compress(tarred(m))}
    data = bytearray(whole.get(name, lambda m: gzip.compress(m["a.txt"]))({"a.txt": noise}))
    data[len(data) // 2 : len(data) // 2 + 40] = b"\xff" * 40
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        for document in documents(str(tmp_path / name)):
            for _ in document.lines():
                pass


def test_random_damage_to_archives_never_raises_anything_else(tmp_path: Path) -> None:
    members = {"a.txt": TEXT * 50, "b.txt.gz": gzip.compress(TEXT * 50), "c": b"%PDF"}
    wholes = [zipped(members), tarred(members), gzip.compress(tarred(members)), bz2.compress(TEXT)]
    path = tmp_path / "a"
    for whole in wholes:
        for number in range(60):
            data = bytearray(whole)
            place = (number * 7919) % len(data)
            if number % 2:
                del data[place:]
            else:
                data[place : place + 3] = os.urandom(3)
            path.write_bytes(data)
            try:
                texts(path)
            except InputError:
                continue


def test_a_line_without_an_end_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as out:
        for _ in range(50):
            out.write(b"word " * (1 << 18))
    (document,) = documents(str(path))
    tracemalloc.start()
    with pytest.raises(InputError, match="larger than"):
        document.text()
    with pytest.raises(InputError, match="line 1 is longer than"):
        list(document.lines())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 << 20


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.long)])
def test_many_empty_files_are_each_one_reason(tmp_path: Path, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").touch()
    reasons = set()
    for file in walk([tmp_path], lambda error: None, is_index):
        with pytest.raises(InputError) as caught:
            next(documents(file.path))
        reasons.add(caught.value.reason)
    assert reasons == {"is empty"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_one_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert reason(tmp_path / "a.txt") == "cannot be read: permission denied"


def test_a_file_that_is_gone_or_a_directory_is_one_reason(tmp_path: Path) -> None:
    assert "it is gone" in reason(tmp_path / "gone.txt")
    assert reason(tmp_path) == "is a directory"


def test_a_file_that_vanishes_between_two_readings_is_one_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT * 10_000)
    (document,) = documents(str(path))
    path.unlink()
    with pytest.raises(InputError, match="it is gone"):
        document.text()


def test_a_page_limit_is_told_in_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources.reading, "PAGE_LIMIT", 1 << 20)
    (tmp_path / "a.txt").write_bytes(b"x" * (2 << 20))
    (document,) = documents(str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match="the 1 MB that one page may have"):
        document.text()
