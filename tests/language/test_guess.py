from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from newsmodel.language import Guess, guess_language, normal_tag

TEXTS = {
    "en": "The mayor said on Monday that the bridge would be closed for repairs until the spring.",
    "de": "Die Bürgermeisterin sagte, dass die Brücke wegen der Arbeiten gesperrt wird.",
    "fr": "La maire a annoncé lundi que le pont serait fermé pour des travaux jusqu'au printemps.",
    "es": "La alcaldesa dijo el lunes que el puente estará cerrado por las obras hasta el otoño.",
    "it": "La sindaca ha detto lunedì che il ponte sarà chiuso per i lavori fino alla primavera.",
    "pt": "A prefeita disse na segunda-feira que a ponte não será aberta até ao fim das obras.",
    "nl": "De burgemeester zei maandag dat de brug voor het werk tot het voorjaar dicht blijft.",
    "sv": "Borgmästaren sade på måndagen att bron inte ska öppnas förrän arbetet är klart.",
    "nb": "Ordføreren sa mandag at broen ikke skal åpnes før arbeidet er ferdig etter påske.",
    "da": "Borgmesteren sagde, at broen ikke bliver åbnet, og at det vil tage meget tid.",
    "fi": "Pormestari sanoi maanantaina, että silta on suljettu ja se avataan vasta keväällä.",
    "is": "Borgarstjórinn sagði á mánudag að brúin verður ekki opnuð fyrir vorið.",
    "et": "Linnapea ütles esmaspäeval, et sild on suletud ja see ei ole enne kevadet avatud.",
    "lv": "Mēre pirmdien sacīja, ka tilts ir slēgts un tas būs atvērts tikai pēc remonta.",
    "lt": "Merė pirmadienį sakė, kad tiltas yra uždarytas ir bus atidarytas tik po remonto.",
    "pl": "Burmistrz powiedziała w poniedziałek, że most jest zamknięty i nie będzie otwarty.",
    "cs": "Starostka v pondělí řekla, že most je uzavřen a že se otevře až po dokončení oprav.",
    "sk": "Starostka v pondelok povedala, že most je uzavretý a otvorí sa až po dokončení opráv.",
    "hu": "A polgármester hétfőn azt mondta, hogy a híd nem nyílik meg, és ez már biztos.",
    "ro": "Primarul a spus luni că podul este închis și că nu va fi deschis până la primăvară.",
    "hr": "Gradonačelnica je rekla da je most zatvoren do kraja svibnja, prije ljeta.",
    "sr-Latn": "Gradonačelnica je rekla da je most zatvoren i posle leta, gde je pre bio otvoren.",
    "sr-Cyrl": "Градоначелница је рекла да је мост затворен и да ће се отворити после лета.",
    "bg": "Кметицата каза в понеделник, че мостът ще бъде затворен до края на ремонта.",
    "uk": "Міська голова сказала в понеділок, що міст буде закрито на ремонт до весни.",
    "ru": "Мэр сказала в понедельник, что мост будет закрыт на ремонт и его откроют весной.",
    "be": "Мэр сказала ў панядзелак, што мост будзе зачынены на рамонт і яго адкрыюць пасля.",
    "tr": "Belediye başkanı pazartesi günü köprünün onarım için kapalı olacağını ve bir yıl "
    "sonra açılacağını söyledi.",
    "el": "Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή.",
    "he": "ראש העיר אמרה ביום שני שהגשר יישאר סגור עד האביב.",
    "ar": "قالت رئيسة البلدية إن الجسر سيبقى مغلقا من أجل الإصلاح في هذا العام.",
    "fa": "شهردار روز دوشنبه گفت که این پل برای تعمیر بسته شد و در بهار باز می شود.",
    "ja": "市長は月曜日、橋を春まで閉鎖すると述べた。",
    "zh": "市长星期一表示，大桥将关闭至春季。",
    "ko": "시장은 월요일 다리를 봄까지 폐쇄한다고 말했다.",
    "hi": "महापौर ने सोमवार को कहा कि पुल मरम्मत के लिए बंद है और यह अभी नहीं खुलेगा।",
    "vi": "Thị trưởng cho biết hôm thứ hai rằng cây cầu sẽ đóng cửa để sửa chữa và không mở lại.",
    "id": "Wali kota mengatakan pada hari Senin bahwa jembatan itu akan ditutup untuk perbaikan.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะปิด",
    "ka": "მერმა ორშაბათს თქვა, რომ ხიდი დაიკეტება.",
    "ca": "L'alcaldessa va dir dilluns que el pont és tancat per obres i no obrirà fins a l'estiu.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_guess(language: str) -> None:
    guess = guess_language(TEXTS[language])
    assert guess is not None
    assert guess.language == language
    assert 0 < guess.confidence <= 1


@pytest.mark.parametrize("text", ["", " ", "Oslo", "AFP 2024", "12:30 – 14:00", "Jane Doe", "?!"])
def test_too_little_to_tell(text: str) -> None:
    assert guess_language(text) is None


def test_only_the_beginning_counts() -> None:
    assert guess_language(TEXTS["en"] * 60 + TEXTS["de"] * 999) == guess_language(
        TEXTS["en"] * 60 + TEXTS["fr"] * 999
    )


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    guess = guess_language(text)
    assert guess == guess_language(text)
    if isinstance(guess, Guess):
        assert normal_tag(guess.language) == guess.language
        assert 0 <= guess.confidence <= 1
