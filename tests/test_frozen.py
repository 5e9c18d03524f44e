"""Frozen values behave as frozen dataclasses do."""

from __future__ import annotations

import pickle

import pytest

from searcher.frozen import Late, frozen, replace
from searcher.record import Evidence, Record, Source


@frozen
class Point:
    x: int
    y: int = 0


@frozen
class Other:
    x: int
    y: int = 0


def test_values_with_the_same_fields_are_equal_and_hash_alike() -> None:
    assert Point(1) == Point(1, 0) == Point(x=1)
    assert hash(Point(1)) == hash(Point(1, 0))
    assert Point(1) != Point(2)
    assert Point(1) != Other(1)


def test_a_value_cannot_be_changed_but_replaced() -> None:
    point = Point(1, 2)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 3  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    assert replace(point, x=3) == Point(3, 2)
    assert point == Point(1, 2)
    with pytest.raises(TypeError, match="takes x, y"):
        replace(point, z=3)


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"z": 2}), ((), {"y": 2}), ((), {"y": 1, "z": 2})],
)
def test_missing_and_unknown_fields_are_refused(args: tuple[int, ...], kwargs: dict) -> None:
    with pytest.raises(TypeError, match="Point takes x, y"):
        Point(*args, **kwargs)


def test_a_value_matches_by_position_shows_itself_and_pickles() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert pickle.loads(pickle.dumps(Point(1, 2))) == Point(1, 2)


@frozen
class Pair:
    x: int
    y: int


class LatePair(Late, Pair):
    asked = 0

    def __init__(self, x: int) -> None:
        self.__dict__["x"] = x

    def _find_y(self) -> int:
        LatePair.asked += 1
        return self.x + 1


def test_a_late_field_is_found_once_and_only_when_it_is_asked_for() -> None:
    LatePair.asked = 0
    pair = LatePair(1)
    assert LatePair.asked == 0
    assert (pair.y, pair.y) == (2, 2)
    assert LatePair.asked == 1
    with pytest.raises(AttributeError, match="z"):
        pair.z  # type: ignore[attr-defined]  # noqa: B018


def test_a_late_value_is_the_value_that_it_becomes() -> None:
    assert LatePair(1) == Pair(1, 2) == LatePair(1)
    assert LatePair(1) != Pair(1, 3)
    assert hash(LatePair(1)) == hash(Pair(1, 2))
    assert replace(LatePair(1), x=5) == Pair(5, 2)
    assert type(pickle.loads(pickle.dumps(LatePair(1)))) is Pair


def test_records_are_equal_whatever_is_known_of_where_their_values_were_found() -> None:
    record = Record(title="Rash", provenance={"title": Evidence("first line")}, assigned="7")
    assert record == Record(title="Rash")
    assert hash(record) == hash(Record(title="Rash"))
    assert record != Record(title="Rash", source=Source("a.txt"))
    assert pickle.loads(pickle.dumps(record)).provenance == record.provenance
