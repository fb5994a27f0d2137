"""``python -m tests.docs``: writes the pages that are made from the program."""

from tests.docs.commands_page import PAGE, commands_page

if __name__ == "__main__":
    PAGE.write_text(commands_page(), encoding="utf-8")
    print(f"{PAGE.name}: written")
