import pytest

from knowledge.laws.texts.repairs import parse_label, strip_appended


@pytest.mark.parametrize(
    ("glued", "clean"),
    [
        ("一条。\n第二编 物 权\n第一分编 通 则", "一条。"),
        ("一条。\n附 则", "一条。"),
        ("一条。\n附件一\n下列决定：\n1.某决定", "一条。"),
        ("第一款。\n第二款依照第三章的规定。", "第一款。\n第二款依照第三章的规定。"),
    ],
)
def test_only_what_is_glued_on_is_taken_off(glued: str, clean: str) -> None:
    assert strip_appended(glued) == clean


def test_a_label_is_a_number_and_a_sub() -> None:
    assert parse_label("第一千二百五十四条") == (1254, None)
    assert parse_label("第一百三十三条之二") == (133, 2)
    assert parse_label("全文") is None
