"""Attributes: durations in any unit, codes in any scheme, white space that does not count."""

from __future__ import annotations

import attrs
import pytest

from newsmodel import Article
from newsmodel.formats import json, newsml
from tests.formats.newsml.documents import news_item, triples

DURATIONS = {
    'duration="61"': 61.0,
    'duration="61" durationunit="timeunit:seconds"': 61.0,
    'duration="61000" durationunit="timeunit:milliseconds"': 61.0,
    'duration="15500" durationunit="timeunit:milliseconds"': 15.5,
    'duration="2" durationunit="own:minutes"': 120.0,
    'duration="2" durationunituri="http://example.org/unit/hours"': 7200.0,
    'duration="00:01:01" durationunit="timeunit:timeCode"': 61.0,
    'duration="00:00:15.500" durationunit="timeunit:normalPlayTime"': 15.5,
    'duration="15" durationunit="timeunit:normalPlayTime"': 15.0,
    'duration="15.5" durationunit="timeunit:normalPlayTime"': 15.5,
    'duration="15" durationunit="timeunit:timeCode"': None,
    'duration="00:01:01:12" durationunit="timeunit:timeCode"': None,
    'duration="1525" durationunit="timeunit:editUnit"': None,
}


def film(more: str) -> str:
    file = f'<remoteContent href="https://rivers.example/a.mp4" contenttype="video/mp4" {more}/>'
    return news_item(body=file).replace("ninat:text", "ninat:video")


def with_duration(article: Article, seconds: float) -> Article:
    (video,) = article.videos
    (file,) = video.renditions
    changed = attrs.evolve(video, renditions=(attrs.evolve(file, duration=seconds),))
    return attrs.evolve(article, videos=(changed,))


@pytest.mark.parametrize(("said", "seconds"), DURATIONS.items())
def test_a_duration_is_told_in_seconds_where_it_can_be(said: str, seconds: float | None) -> None:
    document = film(said)
    message = newsml.loads_message(document)
    (article,) = message.articles
    assert article.videos[0].renditions[0].duration == seconds
    assert message.findings == ()
    for each in (message, json.loads_message(json.dumps(message))):
        assert triples(newsml.dumps(each)) == triples(document)
    for one in (article, json.loads(json.dumps(article))):
        again = newsml.loads(newsml.dumps(with_duration(one, 70.0)))
        assert again.videos[0].renditions[0].duration == 70


@pytest.mark.parametrize("said", ['duration="long"', 'duration="1:00" durationunit="t:seconds"'])
def test_a_duration_that_is_none_is_reported(said: str) -> None:
    message = newsml.loads_message(film(said))
    assert message.articles[0].videos[0].renditions[0].duration is None
    assert "remoteContent/@duration cannot be" in message.findings[0].message
    assert triples(newsml.dumps(message)) == triples(film(said))


def test_white_space_around_numbers_addresses_and_languages_does_not_count() -> None:
    document = news_item(
        attributes='guid="urn:a" version=" 3 " xml:lang=" en "',
        language='<language tag=" en-GB "/>',
        content='<headline xml:lang=" en " rank=" 2 ">Closed</headline>'
        '<keyword xml:lang=" de " rank=" 2 ">Brücke</keyword>',
        body='<remoteContent href="\n  https://rivers.example/a.jpg\n" width=" 100 " size="5 "/>',
    ).replace("ninat:text", "ninat:picture")
    message = newsml.loads_message(document)
    assert message.findings == ()
    (article,) = message.articles
    (file,) = article.images[0].renditions
    assert (article.version, article.language) == (3, "en-GB")
    assert (article.keywords[0].language, article.keywords[0].rank) == ("de", 2)
    assert (file.href, file.width, file.size) == ("https://rivers.example/a.jpg", 100, 5)
    for each in (message, json.loads_message(json.dumps(message))):
        assert triples(newsml.dumps(each)) == triples(document)


IPTC = "http://cv.iptc.org/newscodes"
OF_A_TYPE = [
    'type="cpnat:person"', 'type="own:person"', f'typeuri="{IPTC}/cpnature/person"',
    f'type="cpnat:person" typeuri="{IPTC}/cpnature/event"',
]  # fmt: skip
OF_A_ROLE = ['rendition="rnd:highRes"', 'rendition="own:HIGHRES"',
             f'renditionuri="{IPTC}/rendition/highRes"']  # fmt: skip


@pytest.mark.parametrize("kind", OF_A_TYPE)
@pytest.mark.parametrize("role", OF_A_ROLE)
def test_types_and_roles_of_files_are_known_by_any_alias_and_by_their_address(
    kind: str, role: str
) -> None:
    document = news_item(
        content=f"<subject {kind}><name>Olha Marchuk</name></subject>",
        body=f'<remoteContent href="https://rivers.example/a.jpg" {role}/>',
    ).replace("ninat:text", "ninat:picture")
    article = newsml.loads(document)
    (subject,), (image,) = article.subjects, article.images
    assert (subject.type, image.renditions[0].role) == ("person", "highRes")
    for each in (article, json.loads(json.dumps(article))):
        assert triples(newsml.dumps(each)) == triples(document)
        file = attrs.evolve(each.images[0].renditions[0], role="thumb")
        edited = attrs.evolve(
            each,
            subjects=(attrs.evolve(each.subjects[0], type="organisation"),),
            images=(attrs.evolve(each.images[0], renditions=(file,)),),
        )
        written = newsml.dumps(edited)
        again = newsml.loads(written)
        assert (again.subjects, again.images) == (edited.subjects, edited.images)
        assert "cpnature/person" not in written


@pytest.mark.parametrize(
    "said", ['type="own:river"', 'typeuri="http://example.org/river"', 'type="cpnat:department"']
)
def test_a_type_of_somebody_else_stays_as_it_is(said: str) -> None:
    document = news_item(content=f"<subject {said}><name>Vilkhova</name></subject>")
    (subject,) = newsml.loads(document).subjects
    assert subject.type in (None, "own:river", "cpnat:department")
    assert triples(newsml.dumps(newsml.loads(document))) == triples(document)
