"""Text, ids, titles, whole numbers and months are what the author wrote, or refused."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema

from prevention_sim.scenario.parts import (
    AnyMonth,
    AnyTitle,
    Id,
    Ids,
    Month,
    Once,
    Part,
    Text,
    WholeNumber,
)


class Example(Part):
    """A part with one field of each small kind."""

    id: Id = "a"
    ids: Ids = ()
    title: AnyTitle | None = None
    month: AnyMonth | None = None
    count: WholeNumber = 0


def test_text_is_text_that_knows_its_place() -> None:
    text = Text.at("5 EUR", 3, 7)
    assert (text, text.line, text.column) == ("5 EUR", 3, 7)


def test_a_part_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Example().count = 5


def test_a_part_has_no_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Example.model_validate({"colour": "red"})


@pytest.mark.parametrize("written", ["a", "heim", "pflege_2", "a" * 60])
def test_an_id_is_a_small_word(written: str) -> None:
    assert TypeAdapter[str](Id).validate_python(written) == written


@pytest.mark.parametrize(
    "written", ["", "Heim", "2heim", "_a", "a-b", "a.b", "a b", "übrige", "a\n", "a" * 61]
)
def test_what_could_not_stand_in_a_path_is_no_id(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter[str](Id).validate_python(written)


def test_one_id_stands_for_a_list_of_one() -> None:
    assert Example.model_validate({"ids": "heim"}) == Example.model_validate({"ids": ("heim",)})


def test_a_plain_title_serves_both_languages() -> None:
    title = Example.model_validate({"title": "Heim"}).title
    assert title is not None
    assert (title.de, title.en) == ("Heim", "Heim")


@given(st.integers(-999_999_999, 999_999_999))
def test_a_whole_number_is_read_as_written(number: int) -> None:
    assert Example.model_validate({"count": str(number)}).count == number


@pytest.mark.parametrize(
    "written", ["5.0", "5,0", "1e3", "0x10", "", "five", "1 000", "9" * 5_000, True, 5.0, None]
)
def test_what_is_no_whole_number_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="is not a whole number"):
        Example.model_validate({"count": written})


@given(st.integers(0, 9_999), st.integers(1, 12))
def test_a_month_is_printed_as_it_is_read(year: int, month: int) -> None:
    written = f"{year:04}-{month:02}"
    read = Example.model_validate({"month": written}).month
    assert read == Month(year=year, month=month)
    assert year < 1_000 or str(read) == written


@pytest.mark.parametrize(
    "written", ["2012", "2012-13", "2012-00", "2012-1", "2012-01-01", "01.2012", "12-01", ""]
)
def test_what_is_no_month_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="is not a month; write 2012-01"):
        Example.model_validate({"month": written})


def test_months_differ_by_their_distance() -> None:
    assert Month(year=2013, month=1).count - Month(year=2012, month=11).count == 2


MADE: list[object] = []
"""The types whose validators were made, in order."""


class Noticed:
    """Notices when the validator of a type is made."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make it as it is made without."""
        MADE.append(source)
        return handler(source)


Word = Annotated[str, Noticed(), Once()]
Number = Annotated[int, Noticed(), Once()]


class Repeating(Part):
    """A part whose fields share two types."""

    first: Word
    second: Word | None
    named: dict[Word, Number]
    counted: tuple[Number, ...]


WHOLE = {"first": "a", "second": "b", "named": {"c": 1}, "counted": (2, 3)}


def test_the_validator_of_a_type_is_made_once_and_used_by_every_field() -> None:
    MADE.clear()
    Repeating.model_rebuild(force=True)
    assert Repeating.model_validate(WHOLE).model_dump() == WHOLE
    assert [str, int] == MADE


@pytest.mark.parametrize(
    ("key", "wrong", "place"),
    [("first", 1, ("first",)), ("second", 1, ("second",)), ("named", {"c": "d"}, ("named", "c"))],
)
def test_a_type_that_is_made_once_refuses_where_it_is_wrong(
    key: str, wrong: object, place: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        Repeating.model_validate({**WHOLE, key: wrong})
    assert [error["loc"] for error in caught.value.errors()] == [place]
