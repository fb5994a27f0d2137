"""What may be a secret is noticed; talk about secrets, and everybody's stories, are left alone."""

import json
from pathlib import Path

import pytest

from mediation.messages.secrets import suspect
from mediation.model.cases.content import Content

DATA = Path(__file__).parents[2] / "data"
STATE = (
    "机密★10年", "机 密 ★", "附件是绝密级的", "这是秘密级文件", "里面有国家秘密", "密级：内部",
    "涉密图纸我拍了", "TOP SECRET",
)  # fmt: skip
COMMERCIAL = (
    "这是公司的商业秘密", "内部资料，不得外传", "内部资料不得外传", "严禁外传", "仅限内部使用",
    "3号井井位坐标发您", "探明储量是1200万吨", "X:4567890.12，Y:19456789", "东经118°23′，北纬37°45′",
    "标底是3200万", "Confidential",
)  # fmt: skip
NONE = (
    "跟您说个秘密", "请替我保密", "这事要保守秘密", "队长有个秘密小账本", "公司说我泄露商业秘密要开除我",
    "商业秘密协议要签吗", "商业秘密是什么", "他涉嫌泄露国家秘密被带走了", "绝密配方的火锅",
    "秘密举报会不会被知道", "储量说了不算", "坐标济南", "",
)  # fmt: skip


@pytest.mark.parametrize("text", STATE)
def test_what_may_be_a_state_secret_is_noticed(text: str) -> None:
    assert suspect(Content(text=text)) == "state"
    assert suspect(Content(kind="document", file="f", file_name=f"{text}.pdf")) == "state"


@pytest.mark.parametrize("text", COMMERCIAL)
def test_what_may_be_a_commercial_secret_is_noticed(text: str) -> None:
    assert suspect(Content(text=text)) == "commercial"


@pytest.mark.parametrize("text", NONE)
def test_talk_about_secrets_is_none(text: str) -> None:
    assert suspect(Content(text=text)) is None


def test_the_stories_that_people_tell_are_left_alone() -> None:
    lines = (DATA / "triage_unseen.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line)["text"] for line in lines]
    stopped = [text for text in told if suspect(Content(text=text))]
    assert len(told) > 100 and len(stopped) <= len(told) // 200, stopped
