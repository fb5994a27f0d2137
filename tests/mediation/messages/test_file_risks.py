"""What may be wrong with a document, told by name and kind alone."""

import pytest

from mediation.messages.file_risks import Risk, risk_of


@pytest.mark.parametrize(
    ("name", "mime", "risk"),
    [
        ("工资条.pdf", "application/pdf", Risk.NONE),
        ("考勤.xlsx", None, Risk.NONE),
        ("没有后缀", None, Risk.NONE),
        (None, None, Risk.NONE),
        ("IMG_01.JPG", "image/jpeg", Risk.PICTURE),
        ("扫描件", "image/png", Risk.PICTURE),
        ("工资条.pdf.exe", "application/pdf", Risk.PROGRAM),
        ("工资条.exe. ", None, Risk.PROGRAM),
        ("看图.pdf", "application/x-msdownload", Risk.PROGRAM),
        ("工资\u202efdp.doc", None, Risk.PROGRAM),
        ("页面.svg", "image/svg+xml", Risk.PROGRAM),
        ("材料.ZIP", None, Risk.ARCHIVE),
        ("材料", "application/zip", Risk.ARCHIVE),
        ("报表.xlsm", None, Risk.MACRO),
        ("旧稿.doc", "application/msword", Risk.MACRO),
        ("报表", "application/vnd.ms-excel.sheet.macroEnabled.12", Risk.MACRO),
    ],
)
def test_the_worst_that_can_be_said_is_said(name: str | None, mime: str | None, risk: Risk) -> None:
    assert risk_of(name, mime) is risk
