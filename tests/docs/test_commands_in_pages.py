"""What a page tells people to type exists: commands, options, make targets, settings, paths."""

import re
import shlex
import tomllib
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.__main__ import make_app
from bot.settings import Settings
from tests.docs.markdown import ROOT, page, pages
from tests.docs.test_pages import BOTH

PATH = re.compile(r"(?:bot|docs|knowledge|mediation|storage|tests|requirements)/[\w./-]*\w/?")


class Typed(NamedTuple):
    """A line for the shell: the words that are commands, the options, and what does not exist."""

    command: tuple[str, ...]
    options: tuple[str, ...]
    unknown: tuple[str, ...]


@cache
def _xinqiao() -> TyperGroup:
    whole = get_command(make_app())
    assert isinstance(whole, TyperGroup)
    return whole


def typed(line: str) -> Typed | None:
    """A line that calls ``xinqiao``, or ``make``; None for all others."""
    call = re.search(r"(?:^|[ (])(?:\.venv/bin/)?(xinqiao|make) (.+)", line.partition(" #")[0])
    if call is None:
        return None
    words = shlex.split(re.split(r"[)>|;]|&&", call[2])[0])
    return _made(words) if call[1] == "make" else _called(words)


def _made(words: list[str]) -> Typed:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    wanted = tuple(word for word in words if re.fullmatch(r"[a-z]+", word))
    return Typed(("make", *wanted), (), tuple(word for word in wanted if word not in targets))


def _called(words: list[str]) -> Typed:
    command, path, unknown = _xinqiao(), ["xinqiao"], []
    for word in words:
        if not isinstance(command, TyperGroup) or not re.fullmatch(r"[a-z-]+", word):
            break
        if word not in command.commands:
            unknown.append(word)
            break
        command = command.commands[word]
        path.append(word)
    known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
    options = [word.partition("=")[0] for word in words if re.match(r"--[a-z]", word)]
    return Typed(tuple(path), tuple(options), (*unknown, *(one for one in options if one not in known)))


def test_every_command_of_every_page_exists_with_its_options() -> None:
    calls = [(one.name, line, typed(line)) for one in pages() for line in one.code]
    assert sum(call is not None for _, _, call in calls) > 100
    wrong = [f"{name}: {line}: {call.unknown}" for name, line, call in calls if call and call.unknown]
    assert not wrong, "\n".join(wrong)


def test_a_command_or_an_option_that_does_not_exist_is_noticed() -> None:
    assert typed(".venv/bin/xinqiao staff hire --user 1") == Typed(
        ("xinqiao", "staff"), ("--user",), ("hire", "--user")
    )
    assert typed("make tea") == Typed(("make", "tea"), (), ("tea",))


@pytest.mark.parametrize(("chinese", "english"), BOTH, ids=[one for one, _ in BOTH])
def test_both_languages_tell_to_type_the_same(chinese: str, english: str) -> None:
    first, second = (
        [call for line in page(one).block_lines if (call := typed(line))] for one in (chinese, english)
    )
    assert first == second


def test_every_setting_named_in_the_manual_stands_in_the_settings_file() -> None:
    settings = tomllib.loads((ROOT / "settings.toml").read_text(encoding="utf-8"))
    for name in ("docs/operating.md", "docs/operating.en.md"):
        named = [re.fullmatch(r"([a-z]+)\.([a-z_]+)(?: = .*)?", code) for code in page(name).code]
        keys = [(one[1], one[2]) for one in named if one and one[1] in settings]
        assert len(keys) > 10
        assert not [key for key in keys if key[1] not in settings[key[0]]]


def test_every_variable_of_the_environment_named_in_a_page_is_read() -> None:
    named = {name for one in pages() for name in re.findall(r"XINQIAO_[A-Z_]+[A-Z]", one.text)}
    assert len(named) >= 4
    assert not {name for name in named if not _is_read(name.removeprefix("XINQIAO_").lower())}


def _is_read(name: str) -> bool:
    section, _, key = name.partition("__")
    field = Settings.model_fields.get(section)
    inner = getattr(field.annotation, "model_fields", {}) if field else {}
    return key in inner if key else field is not None and not inner


def test_every_path_named_in_a_page_is_there() -> None:
    starts = [(one.name, code, PATH.match(code)) for one in pages() for code in one.code]
    named = {
        (name, path[0]) for name, code, path in starts if path and code[path.end() :][:1] not in {"{", "*"}
    }
    lost = sorted(f"{name}: {path}" for name, path in named if not _is_there(path))
    assert len(named) > 60
    assert not lost, "\n".join(lost)


def test_every_stop_that_the_architecture_names_is_there() -> None:
    named = [code for code in page("ARCHITECTURE.md").code if re.fullmatch(r"[a-z_]+(/[\w.]+)+/?", code)]
    assert len(named) > 15
    assert not [
        path for path in named if not any(_is_there(f"{top}{path}") for top in ("", "bot/", "knowledge/"))
    ]


def test_every_module_that_a_page_runs_is_there() -> None:
    runs = {
        run for one in pages() for code in one.code for run in re.findall(r"python -m ([a-z][\w.]+)", code)
    }
    assert "mediation.diagrams" in runs
    assert not [run for run in runs if find_spec(run) is None]


def _is_there(path: str) -> bool:
    return "NNNN" in path or (ROOT / path).exists() or (ROOT / f"{path}.py").is_file()
