"""The reference of the command line is what the command line says of itself."""

from tests.docs.commands_page import PAGE, WRITE, commands_page


def test_the_page_of_the_commands_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == commands_page(), f"run: {WRITE}"


def test_a_command_of_a_group_stands_there_with_its_options() -> None:
    page = commands_page()
    assert "## `xinqiao staff add`" in page
    assert "`--until <" in page
