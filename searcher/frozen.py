"""Frozen values, as `dataclass(frozen=True)` makes them, but made without compiling code.

A dataclass costs 0.4 ms at import, and every query needs some fifty small types: that would be a
third of a cold `searcher query`. These cost 0.01 ms each. What no query imports may be either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda decorator: decorator


_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """Make a class of annotated fields a frozen value: init, equality, hash, repr, matching."""
    names = tuple(cls.__annotations__)
    known = frozenset(names)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    optional = len(defaults) == len(names)  # then none can be missing

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        values = self.__dict__
        if len(args) == len(names) and not kwargs:
            values.update(zip(names, args))  # noqa: B905 - as many
            return
        values.update(defaults)
        values.update(kwargs)
        if args:
            values.update(zip(names, args))  # noqa: B905 - too many are found below
        fits = len(values) == len(names) and (optional or values.keys() == known)
        if not fits or len(args) > len(names):
            raise TypeError(f"{cls.__name__} takes {', '.join(names)}")

    methods = {"__init__": __init__, "__match_args__": names, **_METHODS}
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def replace(value: _T, **changes: Any) -> _T:
    """The same value with some fields changed."""
    known = value.settle() if isinstance(value, Late) else value
    kind: Any = type(known)
    if not changes.keys() <= known.__dict__.keys():
        raise TypeError(f"{kind.__name__} takes {', '.join(kind.__match_args__)}")
    made: _T = object.__new__(kind)  # its fields are all there: three times as fast as by its init
    made.__dict__.update(known.__dict__, **changes)
    return made


class Late:
    """A frozen value of which some fields are found when somebody first asks: `_find_NAME` does it.

    It stands before the value's own class, `class LateHit(Late, Hit)`, and is equal to, hashes and
    pickles as the value of that class that it becomes.
    """

    __match_args__: tuple[str, ...]

    def __getattr__(self, name: str) -> Any:
        find = getattr(type(self), f"_find_{name}", None)
        if find is None:
            raise AttributeError(name)
        value = self.__dict__[name] = find(self)
        return value

    def settle(self) -> Any:
        """The value itself, with all its fields."""
        kind = type(self).__mro__[2]
        return kind(*(getattr(self, name) for name in self.__match_args__))

    def __eq__(self, other: object) -> bool:
        return bool(self.settle() == other)

    def __hash__(self) -> int:
        return hash(self.settle())

    def __reduce__(self) -> tuple[Any, ...]:
        value = self.settle()
        return type(value), tuple(value.__dict__.values())


def _equal(self: Any, other: object) -> bool:
    return type(self) is type(other) and self.__dict__ == other.__dict__


def _hash(self: Any) -> int:
    return hash((type(self), *map(self.__dict__.__getitem__, self.__match_args__)))


def _show(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = None) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} stays as it is")


_METHODS = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _show,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
