"""Standing sentences name no article of a law that is not loaded, and keep everything else."""

from mediation.model.procedure.paper import Kind
from mediation.papers.omissions import loaded_templates, without_unloaded
from mediation.papers.remedies import remedies
from mediation.papers.templates import load_templates


def test_a_bracket_is_cut_where_its_law_is_not_loaded_and_stays_where_it_is() -> None:
    text = "可以申请仲裁（《劳动争议调解仲裁法》第五条），也可以复查（《信访工作条例》第三十五条）。"
    assert without_unloaded(text, lambda law: law == "劳动争议调解仲裁法") == (
        "可以申请仲裁（《劳动争议调解仲裁法》第五条），也可以复查。"
    )


def test_without_any_law_no_template_names_one_outside_its_facts() -> None:
    for language in ("zh-CN", "en"):
        bare = loaded_templates(load_templates(language), lambda _: False)
        for kind in Kind:
            assert not [one.text for one in bare.by_kind[kind].part if "《" in one.text], (language, kind)


def test_every_standing_sentence_that_names_a_law_does_so_in_brackets() -> None:
    for words in (remedies().zh, remedies().en):
        sentences = [*words.other_ways, *words.route.values(), *words.no_limit.values(), words.send_to]
        assert not [one for one in sentences if "《" in without_unloaded(one, lambda _: False)]
    for door in remedies().doors:
        for spoken in (door.zh, door.en):
            assert "《" not in without_unloaded(spoken.limit, lambda _: False)
