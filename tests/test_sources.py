"""Walking, decompressing and decoding: what is read, and what is reported instead."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.document import Document
from searcher.errors import InputError, UsageError
from searcher.sources import documents, reading, walk
from searcher.sources.decoding import Decoder
from searcher.storage.layout import is_index


def only(path: Path) -> Document:
    (document,) = documents(str(path))
    return document


def names(root: Path, *paths: Path) -> list[str]:
    errors: list[InputError] = []
    found = [
        str(Path(file.path).relative_to(root))
        for file in walk(paths or [root], errors.append, is_index)
    ]
    assert errors == []
    return found


def test_walk_goes_down_and_passes_over_hidden_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/y.txt", ".git/config", "a/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    assert sorted(names(tmp_path)) == ["a/b/y.txt", "a/z.txt", "b.txt"]


@pytest.mark.parametrize(
    "text",
    ['{"kind": "another"}', "[" * 100_000, '"searcher index"', "", '{"kind": ["searcher index"]}'],
)
def test_walk_goes_into_a_folder_with_a_meta_json_of_another_kind(
    tmp_path: Path, text: str
) -> None:
    for name in ("meta.json", "lock"):
        (tmp_path / name).write_text(text)
    assert sorted(names(tmp_path)) == ["lock", "meta.json"]


def test_what_systems_and_office_keep_in_folders_is_passed_over(tmp_path: Path) -> None:
    for name in ("desktop.ini", "Thumbs.db", "~$rash.docx", "~rash.txt", "Thumbs.txt"):
        (tmp_path / name).write_text("x")
    assert sorted(names(tmp_path)) == ["Thumbs.txt", "~rash.txt"]


def test_walk_yields_a_file_once_though_it_is_given_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert names(tmp_path, tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_walk_ends_where_links_go_round(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/a.txt").write_text("a")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/a.txt"]


def test_walk_knows_a_linked_file_by_its_own_path_and_once(tmp_path: Path) -> None:
    for name in ("lit/a.txt", "elsewhere/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("text")
    (tmp_path / "lit/also-a.txt").symlink_to(tmp_path / "lit/a.txt")
    (tmp_path / "lit/b.txt").symlink_to(tmp_path / "elsewhere/b.txt")
    (tmp_path / "lit/elsewhere").symlink_to(tmp_path / "elsewhere")
    assert names(tmp_path, tmp_path / "lit") == ["lit/a.txt", "elsewhere/b.txt"]


def test_walk_reports_a_link_to_nothing_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text("b")
    errors: list[InputError] = []
    found = [file.path for file in walk([tmp_path], errors.append, is_index)]
    assert found == [str(tmp_path / "b.txt")]
    assert [error.path for error in errors] == [str(tmp_path / "a")]


def test_a_path_that_does_not_exist_is_wrong_usage_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        walk([tmp_path, tmp_path / "gone"], lambda error: None, is_index)


def test_a_name_that_is_no_text_survives(tmp_path: Path) -> None:
    name = bytes(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("text")
    (file,) = walk([tmp_path], lambda error: None, is_index)
    assert only(Path(file.path)).text() == "text"


@pytest.mark.parametrize(
    ("data", "text", "replaced"),
    [
        (b"caf\xc3\xa9\r\nb\rc", "café\nb\nc", 0),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", 0),
        (b"caf\xe9 \x93x\x94\ncaf\xc3\xa9", "café “x”\ncafé", 3),
        ("\ufeffcafé α\r\n".encode("utf-16-le"), "café α\n", 0),
        ("\ufeffcafé α\n".encode("utf-16-be"), "café α\n", 0),
        ("plain words\n".encode("utf-16-le"), "plain words\n", 0),
        (b"a\0b" + b"c" * 40, "ab" + "c" * 40, 0),
        (b'<?xml version="1.0" encoding="windows-1251"?><a>\xe0</a>', None, 0),
    ],
)
def test_decoding(tmp_path: Path, data: bytes, text: str | None, replaced: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = only(path)
    expected = text if text is not None else data.decode("cp1251")
    assert (document.text(), document.replaced) == (expected, replaced)
    assert document.head == expected
    assert list(document.lines()) == expected.removesuffix("\n").split("\n")


_PIECES = [
    b"a" * 600,
    b"c" * 2000 + b"\xe2\x80\n",
    "é–α".encode() * 200,
    b"\n",
    b"\r\n",
    b"\r",
    b"\xe2\x80",
    b"\x93",
    b"\0",
    b"b",
]


@given(
    st.lists(st.sampled_from(_PIECES), max_size=30).map(b"".join),
    st.integers(min_value=1, max_value=9000),
)
def test_lines_are_the_same_however_long_they_are_and_wherever_blocks_end(
    data: bytes, size: int
) -> None:
    start = b"\xef\xbb\xbf\n"
    whole = Decoder("utf-8")
    text = whole.decode(start + data, final=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BLOCK_BYTES", size)
        document = reading.FileDocument(
            "a", lambda: io.BytesIO(start + data), b"x" * 65536, "utf-8"
        )
        assert list(document.lines()) == text.removesuffix("\n").split("\n")
        assert document.replaced == whole.replaced
        assert "".join(document.blocks()) == text


def test_gzip_is_read_through_and_one_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    data = gzip.compress(b"".join(b"line %d\n" % number for number in range(200_000)))
    path.write_bytes(data)
    assert sum(1 for _ in only(path).lines()) == 200_000
    path.write_bytes(data[: len(data) // 2])
    lines = []
    with pytest.raises(InputError, match="cut short"):
        for line in only(path).lines():
            lines.append(line)
    assert len(lines) > 50_000
    assert lines[-1] == f"line {len(lines) - 1}"
