"""An envelope opens in its own place, with its own key, as it was written, and not otherwise."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault.envelope import CellAddress
from storage.vault.errors import BadKeys, Damaged, UnknownKey, VaultError
from storage.vault.keys import KeyRing, new_key, read_keys
from storage.vault.vault import LEAST_NUMBER, Vault
from tests.fakes.vault import KEY, OTHER_KEY

OLD, NEW = KEY, OTHER_KEY
VAULT = Vault(read_keys(OLD))
SPOT = CellAddress("said", "sealed", "7")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
TEXT = st.text(max_size=20)


def sealed(vault: Vault, value: object, spot: CellAddress = SPOT) -> str:
    envelope = vault.seal(spot, value)
    assert envelope is not None
    return envelope


@given(JSON, st.builds(CellAddress, TEXT, TEXT, TEXT))
def test_what_goes_in_comes_out(value: object, spot: CellAddress) -> None:
    assert VAULT.open(spot, sealed(VAULT, value, spot)) == value


@given(st.data())
def test_an_envelope_with_any_bit_flipped_is_refused(data: st.DataObject) -> None:
    raw = bytearray(base64.b64decode(sealed(VAULT, "隐私")))
    place = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[place // 8] ^= 1 << (place % 8)
    with pytest.raises(VaultError):
        VAULT.open(SPOT, base64.b64encode(raw).decode())


@given(st.data())
def test_no_other_text_is_the_same_envelope(data: st.DataObject) -> None:
    text = sealed(VAULT, data.draw(TEXT))
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters().filter(lambda ch: ch != text[place]))
    with pytest.raises(VaultError):
        VAULT.open(SPOT, text[:place] + other + text[place + 1 :])


@given(st.integers(0, 55))
def test_an_envelope_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(Damaged):
        VAULT.open(SPOT, sealed(VAULT, "隐私")[:length])


@pytest.mark.parametrize("part", CellAddress._fields)
def test_an_envelope_in_the_place_of_another_is_refused(part: str) -> None:
    envelope = sealed(VAULT, "隐私")
    with pytest.raises(Damaged, match="moved"):
        VAULT.open(SPOT._replace(**{part: "elsewhere"}), envelope)


@given(TEXT, TEXT, TEXT)
def test_no_two_places_look_alike(one: str, two: str, three: str) -> None:
    here, there = CellAddress(one + two, three, ""), CellAddress(one, two + three, "")
    if here != there:
        with pytest.raises(Damaged):
            VAULT.open(there, sealed(VAULT, 1, here))


def test_the_same_words_never_look_the_same() -> None:
    assert sealed(VAULT, "隐私") != sealed(VAULT, "隐私")


def test_the_first_key_encrypts_and_the_others_still_decrypt() -> None:
    before = sealed(VAULT, "隐私")
    both = Vault(read_keys(f"{NEW}, {OLD}"))
    assert both.open(SPOT, before) == "隐私"
    after = sealed(both, "隐私")
    assert Vault(read_keys(NEW)).open(SPOT, after) == "隐私"
    with pytest.raises(UnknownKey):
        VAULT.open(SPOT, after)


def test_an_unknown_key_is_named_by_its_id_and_nothing_else() -> None:
    ring = read_keys(OLD)
    with pytest.raises(UnknownKey) as caught:
        Vault(read_keys(NEW)).open(SPOT, sealed(VAULT, "隐私"))
    assert caught.value.key_id == ring.first.id
    assert ring.first.id in str(caught.value)


@pytest.mark.parametrize("written", ["", "# a remark only", "short", f"{OLD},{OLD}", OLD[:-4], f"{OLD} x"])
def test_what_is_no_key_is_refused_and_not_shown(written: str) -> None:
    with pytest.raises(BadKeys) as caught:
        read_keys(written)
    assert OLD[:10] not in str(caught.value)
    assert caught.value.__cause__ is None


def test_every_new_key_is_another_one() -> None:
    assert len({new_key() for _ in range(20)}) == 20
    assert read_keys(new_key()).first.id != read_keys(new_key()).first.id


def test_keys_may_stand_on_lines_with_remarks() -> None:
    ring = read_keys(f"# since 2026\n{NEW}\n\n# before\n{OLD}\n")
    assert [key.id for key in ring] == [read_keys(NEW).first.id, read_keys(OLD).first.id]


def test_no_error_and_no_name_of_an_object_shows_a_key_or_what_was_sealed() -> None:
    shown = [repr(VAULT), repr(KeyRing(list(read_keys(OLD)))), repr(read_keys(OLD).first)]
    for bad in (sealed(VAULT, "隐私")[:-4] + "AAAA", sealed(Vault(read_keys(NEW)), "隐私"), "x"):
        with pytest.raises(VaultError) as caught:
            VAULT.open(SPOT, bad)
        shown += [str(caught.value), repr(caught.value)]
    assert not any(secret in text for text in shown for secret in (OLD, OLD[:12], NEW[:12], "隐私"))


@given(st.integers(1, 2**52))
def test_a_private_chat_becomes_a_number_that_fits_and_is_no_id(chat: int) -> None:
    (number, plain) = VAULT.chats(chat)
    assert plain == chat
    assert LEAST_NUMBER <= number < 2**63


def test_a_settled_vault_looks_in_one_place_and_a_group_stays_a_group() -> None:
    settled = Vault(read_keys(OLD), settled=True)
    assert settled.chats(2001) == VAULT.chats(2001)[:1]
    assert settled.chats(-1001) == VAULT.chats(-1001) == (-1001,)
    assert settled.names("staff number", "A17") == VAULT.names("staff number", "A17")[:1]


def test_without_the_key_nobody_can_look_up_anybody() -> None:
    other = Vault(read_keys(NEW))
    assert VAULT.chats(2001)[0] != other.chats(2001)[0]
    assert VAULT.names("staff number", "A17")[0] != other.names("staff number", "A17")[0]
    assert VAULT.names("staff number", "A17")[0] != VAULT.names("something else", "A17")[0]


def test_without_keys_everything_stays_as_it_is() -> None:
    plain = Vault()
    assert (plain.hides, plain.seal(SPOT, "x"), plain.chats(5), plain.names("a", "b")) == (
        False,
        None,
        (5,),
        ("b",),
    )
    with pytest.raises(VaultError, match="XINQIAO_VAULT_KEYS"):
        plain.open(SPOT, sealed(VAULT, "隐私"))
