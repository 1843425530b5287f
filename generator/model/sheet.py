"""What a sheet is: a class whose fields are the columns of a table, or the lines of a card. Knows no Excel library."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import FrozenInstanceError, dataclass, field, fields
from enum import Enum
from typing import Annotated, Any, ClassVar, dataclass_transform, get_args, get_origin, get_type_hints

from generator.model.cell import address
from generator.model.finding import Finding, Place
from generator.model.kinds import Kind
from generator.model.rules import cell_rules


class Required(Enum):
    """When a cell must be filled in."""

    NEVER = "never"
    ALWAYS = "always"
    FINAL = "once the document is ready for signature"


class Layout(Enum):
    """How the fields of a sheet lie on the paper."""

    TABLE = "a header row and a row for each record"
    CARD = "a label and a value in each row; one record"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table or one line of a card.

    `header` is its label, `was` lists labels of older forms, `help` is the message that Excel shows beside the cell
    (Thai, at most 255 characters), `example` what the worked example types, `width` the width in characters. A `rest`
    column stands for all further columns at the right, whatever their headers. The header of an `always` column must
    stand there even if its cells may be empty.
    """

    header: str
    kind: Kind[Any]
    help: str
    example: str = ""
    required: Required = Required.NEVER
    key: bool = False
    width: int = 18
    was: tuple[str, ...] = ()
    rest: bool = False
    always: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: its row, and the offset and column of each field (cards have an offset for each).

    `refused` are the fields that are empty because what was typed could not be read.
    """

    workbook: str = ""
    sheet: str = ""
    row: int = 0
    cells: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    refused: Set[str] = frozenset()

    def place(self, name: str = "", step: int = 0) -> Place:
        """Return the place of the field `name`, `step` columns further right; without a name, that of the row."""
        if name in self.cells:
            offset, column = self.cells[name]
            return Place(self.workbook, self.sheet, address(self.row + offset, column + step))
        return Place(self.workbook, self.sheet, address(self.row, 1) if self.row else "")


class FaultyDeclaration(TypeError):
    """A sheet was declared in a way that Excel or the reader could not follow."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Sheet:
    """Base of all sheet declarations. A subclass is a frozen record; each annotated field is a column.

    class Standard(Sheet, sheet="มาตรฐาน", subject="kr"): …

    A cell that is not given is empty. `sheet` is the name of the sheet (at most 31 characters); `subject` the field
    that names the document a record belongs to; `optional` sheets may be missing from a workbook. Keys that are
    `handed_out` stand in the blank workbook already: a row that holds its key alone is not in use. A sheet for
    `when_used` is written only if it has records.
    """

    NAME: ClassVar[str]
    PURPOSE: ClassVar[str]
    LAYOUT: ClassVar[Layout]
    SUBJECT: ClassVar[str]
    OPTIONAL: ClassVar[bool]
    HANDED_OUT: ClassVar[bool]
    WHEN_USED: ClassVar[bool]
    COLUMNS: ClassVar[Mapping[str, Column]]
    _FIELDS: ClassVar[Mapping[str, None]] = {"origin": None}

    origin: Origin = Origin()

    def __init_subclass__(
        cls,
        *,
        sheet: str,
        purpose: str,
        layout: Layout = Layout.TABLE,
        subject: str = "",
        optional: bool = False,
        handed_out: bool = False,
        when_used: bool = False,
    ) -> None:
        super().__init_subclass__()
        cls.NAME, cls.PURPOSE, cls.LAYOUT, cls.SUBJECT, cls.OPTIONAL = sheet, purpose, layout, subject, optional
        cls.HANDED_OUT, cls.WHEN_USED = handed_out, when_used
        cls.COLUMNS = dict(_columns(cls))
        _refuse_faults(cls)
        for name, column in cls.COLUMNS.items():
            setattr(cls, name, () if column.rest else column.kind.empty())
        cls.__annotations__["origin"] = Origin
        cls.origin = Origin()
        record: Any = dataclass(init=False, repr=False, eq=False)(cls)  # said once below; to compile them took 15 ms
        cls._FIELDS = {found.name: None for found in fields(record)}

    def __init__(self, **values: Any) -> None:
        if not values.keys() <= self._FIELDS.keys():
            unknown = ", ".join(sorted(values.keys() - self._FIELDS.keys()))
            raise TypeError(f"{type(self).__name__} has no field {unknown}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same, wherever they stand."""
        return type(other) is type(self) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        said = (f"{name}={getattr(self, name)!r}" for name in self._FIELDS)
        return f"{type(self).__name__}({', '.join(said)})"

    def _said(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._FIELDS if name != "origin"])

    @classmethod
    def key(cls) -> str:
        """Return the name of the key field; empty if the sheet has none."""
        return next((name for name, column in cls.COLUMNS.items() if column.key), "")

    def in_use(self) -> bool:
        """Return whether anything but the key is filled in."""
        return any(
            getattr(self, name) != column.kind.empty() for name, column in self.COLUMNS.items() if not column.key
        )

    def place(self, name: str = "", step: int = 0) -> Place:
        """Return the place of the field `name` in the workbook, or of the whole record."""
        return self.origin.place(name, step)

    def lacks(self, name: str) -> Iterator[Finding]:
        """Yield that a field that is empty must not stay so, unless what was typed there could not be read."""
        if name not in self.origin.refused:
            yield self.place(name).finding(cell_rules.REQUIRED, header=self.COLUMNS[name].header).once_final()


def _columns(cls: type[Sheet]) -> list[tuple[str, Column]]:
    found = []
    for name, hint in get_type_hints(cls, include_extras=True).items():
        if get_origin(hint) is Annotated:
            columns = [extra for extra in get_args(hint)[1:] if isinstance(extra, Column)]
            if len(columns) == 1:
                found.append((name, columns[0]))
    return found


def _refuse_faults(cls: type[Sheet]) -> None:
    if not 0 < len(cls.NAME) <= 31 or set(cls.NAME) & set("[]:*?/\\"):
        raise FaultyDeclaration(f"{cls.__name__}: Excel does not take {cls.NAME!r} as the name of a sheet")
    labels = [label for column in cls.COLUMNS.values() for label in (column.header, *column.was)]
    if len(set(labels)) != len(labels):
        raise FaultyDeclaration(f"{cls.__name__}: two columns share a header")
    for name, column in cls.COLUMNS.items():
        if len(column.help) > 255:
            raise FaultyDeclaration(f"{cls.__name__}.{name}: Excel shows at most 255 characters of help")
        if column.rest and name != list(cls.COLUMNS)[-1]:
            raise FaultyDeclaration(f"{cls.__name__}.{name}: only the last column can stand for all further ones")
    if cls.SUBJECT and cls.SUBJECT not in cls.COLUMNS:
        raise FaultyDeclaration(f"{cls.__name__}: the subject {cls.SUBJECT!r} is no column")
    if cls.HANDED_OUT and not cls.key():
        raise FaultyDeclaration(f"{cls.__name__}: there is no key to hand out")
    if cls.WHEN_USED and not cls.OPTIONAL:
        raise FaultyDeclaration(f"{cls.__name__}: a sheet that may not be written must be optional")
