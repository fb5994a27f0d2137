"""Messages of Telegram as plain content."""

from bot.dialogs.shared.message_content import without_command
from mediation.model.cases.content import Content


def test_the_words_behind_say_keep_their_formatting() -> None:
    entities = [
        {"type": "bot_command", "offset": 0, "length": 4},
        {"type": "bold", "offset": 6, "length": 2},
    ]
    bare = without_command(Content(text="/say  三天内", entities=entities))
    assert bare.text == "三天内"
    assert bare.entities == [{"type": "bold", "offset": 0, "length": 2}]


def test_say_in_a_caption_and_with_the_name_of_the_bot_is_understood() -> None:
    assert without_command(Content(kind="photo", text="/say@xinqiao_bot 请看")).text == "请看"


def test_say_on_a_line_of_its_own_is_understood() -> None:
    assert without_command(Content(text="/say\n第一行\n第二行")).text == "第一行\n第二行"


def test_say_without_words_leaves_nothing() -> None:
    assert without_command(Content(text="/say")).text == ""


def test_other_texts_stay_as_they_are() -> None:
    for text in ("", "/sayings are nice", "please /say it", "/tell x"):
        assert without_command(Content(text=text)).text == text
