import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given, strategies as st

import newsmodel.model
from newsmodel.errors import FieldError
from newsmodel.model import Article, Emphasis, Image, LanguageSpan, Message, Model, Paragraph, Text
from newsmodel.model.base import changed, fields_of
from newsmodel.testing import strategies

anything = strategies.articles() | strategies.messages() | strategies.model(Model)

FINDING = newsmodel.model.Problem(rule="r", message="m")
CLASSES = [
    cls
    for name in newsmodel.model.__all__
    if isinstance(cls := getattr(newsmodel.model, name), type) and issubclass(cls, Model)
]


@given(anything)
def test_repr_is_the_call_that_makes_an_equal_object(model: Model) -> None:
    names = {**vars(newsmodel.model), "datetime": dt}
    again = eval(repr(model), names)
    assert again == model
    assert repr(again) == repr(model)


@given(anything)
def test_copies_are_equal_and_have_equal_hashes(model: Model) -> None:
    for twin in (copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert twin == model
        assert hash(twin) == hash(model)
        assert repr(twin) == repr(model)


@given(st.data())
def test_making_an_object_of_its_own_fields_changes_nothing(data: st.DataObject) -> None:
    model = data.draw(anything)
    fields = {field.name: getattr(model, field.name) for field in fields_of(type(model))}
    assert repr(type(model)(**fields)) == repr(model)


def test_repr_leaves_out_what_is_default_and_what_does_not_count() -> None:
    article = Article(
        id="x",
        findings=(FINDING,),
        body=["One."],
        images=(),
    )
    assert repr(article) == "Article(id='x', body=(Paragraph(content=('One.',)),))"


def test_findings_do_not_count_in_comparisons() -> None:
    assert Article(id="x", findings=(FINDING,)) == Article(id="x")
    assert hash(Article(id="x", findings=(FINDING,))) == hash(Article(id="x"))
    assert Message(findings=(FINDING,)) == Message()


def test_objects_of_different_classes_differ_even_with_equal_fields() -> None:
    inlines: list[Model] = [Emphasis(content="a"), LanguageSpan(content="a")]
    assert len({*inlines, Paragraph(content="a"), Text(value="a")}) == 4


def test_one_changed_field_makes_it_another_object() -> None:
    assert Image(id="a") != Image(id="b")
    assert len({Image(id="a"), Image(id="b"), Image(id="a")}) == 2


@given(anything)
def test_a_changed_object_is_the_one_that_would_be_made_anew(model: Model) -> None:
    fields = {field.name: getattr(model, field.name) for field in fields_of(type(model))}
    again = changed(model, **fields)
    assert again == type(model)(**fields)
    assert again is not model


def test_what_is_changed_is_brought_into_normal_form_and_refused_as_when_it_is_made() -> None:
    article = changed(Article(id="a"), headlines=["Vilkhove waits"], body=["The bridge is shut."])
    assert article == Article(id="a", headlines=["Vilkhove waits"], body=["The bridge is shut."])
    with pytest.raises(FieldError, match="version"):
        changed(article, version="two")
    with pytest.raises(AttributeError, match="heading"):
        changed(article, heading="Vilkhove waits")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_no_object_has_a_dict(cls: Any) -> None:
    slots = {name for base in cls.__mro__ for name in getattr(base, "__slots__", ())}
    assert "__dict__" not in slots
    assert all("__slots__" in vars(base) for base in cls.__mro__[:-1])


@given(anything, st.text(alphabet="xyz", min_size=1, max_size=3))
def test_no_field_can_be_set_and_none_added(model: Model, name: str) -> None:
    for field in (*(f.name for f in fields_of(type(model))), name):
        with pytest.raises(AttributeError):
            setattr(model, field, None)
