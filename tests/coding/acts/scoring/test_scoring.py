"""The learnt half, with a made-up model: windows, features, inputs, and what becomes of the rules' acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.scoring.decisions import decided
from whowhom.coding.acts.scoring.rule_features import TYPES, rule_features, sides_of
from whowhom.coding.acts.scoring.scorer import Scorer
from whowhom.coding.acts.scoring.syntax import NOWHERE, syntax
from whowhom.coding.acts.scoring.token_input import token_input
from whowhom.coding.acts.scoring.windows import Window, windows
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.settings import Settings
from whowhom.core.actor import Actor, Party
from whowhom.core.span import Span

TEXT = "Kenya spoke. Peru condemned Chile."
KENYA, PERU, CHILE = (
    Actor("Kenya", "KEN", "GOV"),
    Actor("Peru", "PER", "GOV"),
    Actor("Chile", "CHL", "REB"),
)
MODES = tuple((name, None) for name in TYPES)
Pair = tuple[int, int, str]


def _tokenizer() -> Tokenizer:
    words = [
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *(f"[unused{n}]" for n in range(9)),
        *["Kenya", "spoke", "Peru", "condemned", "Chile", "."],
    ]
    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer


@dataclass
class MadeSession:
    """A model that always gives the probabilities it is made of, and looks at the word with the given piece number."""

    likely: dict[Pair, float]
    looks_at: int = 0
    asked: list[dict[str, NDArray[Any]]] = field(default_factory=list)

    def run(self, names: list[str], inputs: dict[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        self.asked.append(inputs)
        size, pieces = inputs["features"].shape[1], inputs["ids"].shape[1]
        types = np.zeros((size, size, len(TYPES)), np.float32)
        for (i, j, name), probability in self.likely.items():
            if size == 4:  # the window of the second sentence
                types[i, j, TYPES.index(name)] = probability
        attention = np.zeros((size, size, pieces), np.float32)
        attention[:, :, min(self.looks_at, pieces - 1)] = 1
        return [types, np.zeros((size, size, len(MODES))), np.zeros((size, size, 4 * len(TYPES))), attention]


def _scorer(likely: dict[Pair, float], looks_at: int = 0) -> Scorer:
    return Scorer(MadeSession(likely, looks_at), _tokenizer(), MODES, "made", {})


@pytest.fixture(scope="module")
def doc(parser: Language) -> Doc:
    return parser(TEXT)


def _mention(doc: Doc, word: str, actor: Actor) -> ActorMention:
    token = next(token for token in doc if token.text == word)
    return ActorMention(token.i, token.i + 1, token.i, Span(token.idx, token.idx + len(token)), "state", (actor,))


@pytest.fixture(scope="module")
def mentions(doc: Doc) -> tuple[ActorMention, ...]:
    named = {"Kenya": KENYA, "Peru": PERU, "Chile": CHILE}
    return tuple(_mention(doc, word, actor) for word, actor in named.items())


def _condemned(doc: Doc, mentions: tuple[ActorMention, ...], recipients: bool = True) -> Act:
    verb = next(token for token in doc if token.text == "condemned")
    whom = (Party(CHILE, mentions[2].span),) if recipients else ()
    return Act(
        verb, verb, "ACCUSE", "disapprove", "actual", (Party(PERU, mentions[1].span),), whom, False, 0.5, ("verb",)
    )


def _window(doc: Doc, mentions: tuple[ActorMention, ...]) -> Window:
    return windows(doc, mentions)[1]


def test_a_window_holds_the_sentence_the_one_before_and_their_actors(
    doc: Doc, mentions: tuple[ActorMention, ...]
) -> None:
    window = _window(doc, mentions)
    assert window.sentence.of(TEXT) == "Peru condemned Chile."
    assert window.before is not None
    assert window.before.of(TEXT) == "Kenya spoke."
    assert [(slot.actor, slot.here) for slot in window.slots] == [(PERU, True), (CHILE, True), (KENYA, False)]


def test_a_sentence_without_actors_has_no_window(parser: Language) -> None:
    assert windows(parser("Nobody came. It rained."), ()) == ()


def test_features_mark_the_pair_of_the_rules_act(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    window = _window(doc, mentions)
    found = rule_features(window, [_condemned(doc, mentions)], syntax(doc, window))
    accuse = TYPES.index("ACCUSE")
    assert found.shape[:2] == (4, 4)
    assert [(int(i), int(j)) for i, j in np.argwhere(found[:, :, accuse])] == [(0, 1)]


def test_an_act_towards_nobody_stands_beside_the_last_slot(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    window = _window(doc, mentions)
    assert sides_of(_condemned(doc, mentions, recipients=False), window.slots) == [(0, 3)]


def test_the_input_marks_each_mention_by_its_sector(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    window = _window(doc, mentions)
    given = token_input(_tokenizer(), window, TEXT, syntax(doc, window).pivots)
    pieces = [_tokenizer().id_to_token(int(number)) for number in given.ids]
    assert " ".join(map(str, pieces)) == (
        "[CLS] [unused1] Kenya spoke . [SEP] [unused1] Peru condemned [unused3] Chile . [SEP]"
    )
    assert given.pooling.sum(axis=1) == pytest.approx([1, 1, 1])
    assert given.pooling[1, [9, 10]] == pytest.approx([0.5, 0.5])
    assert pieces[given.pivots[0, 1]] == "condemned"


def test_two_actors_meet_at_the_verb_above_them(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    window = _window(doc, mentions)
    tree = syntax(doc, window)
    verb = TEXT.index("condemned")
    assert tree.pivots[0, 1] == tree.pivots[1, 0] == tree.pivots[0, 3] == verb
    assert tree.pivots[0, 2] == NOWHERE
    assert (tree.features[0, 1] != tree.features[1, 0]).any()


def test_an_act_that_the_model_holds_unlikely_is_dropped(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    acts = decided(doc, [_condemned(doc, mentions)], mentions, _scorer({}), Settings())
    assert acts == ()


def test_an_act_that_the_model_shares_gets_its_probability(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    (act,) = decided(doc, [_condemned(doc, mentions)], mentions, _scorer({(0, 1, "ACCUSE"): 0.9}), Settings())
    assert (act.type, act.mode, act.confidence) == ("ACCUSE", "disapprove", pytest.approx(0.9))
    assert act.probabilities[0] == ("ACCUSE", pytest.approx(0.9))


def test_the_model_supplies_a_recipient_that_the_rules_left_open(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    scorer = _scorer({(0, 1, "ACCUSE"): 0.9}, looks_at=8)
    (act,) = decided(doc, [_condemned(doc, mentions, recipients=False)], mentions, scorer, Settings())
    assert [party.actor for party in act.recipients] == [CHILE]


def test_the_model_supplies_an_act_at_the_word_it_looked_at(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    (act,) = decided(doc, [], mentions, _scorer({(0, 1, "REJECT"): 0.8}, looks_at=8), Settings())
    assert (act.type, act.token.text, act.status) == ("REJECT", "condemned", "actual")
    assert [party.actor for party in (*act.actors, *act.recipients)] == [PERU, CHILE]


def test_both_directions_of_a_meeting_are_one_mutual_act(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    scorer = _scorer({(0, 1, "CONSULT"): 0.8, (1, 0, "CONSULT"): 0.7}, looks_at=8)
    (act,) = decided(doc, [], mentions, scorer, Settings())
    assert act.mutual
    assert {party.actor for party in act.actors} == {PERU, CHILE}
    assert act.recipients == ()


def test_below_the_threshold_the_model_supplies_nothing(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    scorer = _scorer({(0, 1, "REJECT"): 0.6}, looks_at=8)
    assert decided(doc, [], mentions, scorer, Settings(supply=0.7)) == ()


def test_confidence_is_the_share_that_was_true_at_a_probability(doc: Doc, mentions: tuple[ActorMention, ...]) -> None:
    measured = {"calibration": [[0.5, 0.2], [0.9, 0.8]]}
    scorer = Scorer(MadeSession({(0, 1, "ACCUSE"): 0.7}), _tokenizer(), MODES, "made", measured)
    (act,) = decided(doc, [_condemned(doc, mentions)], mentions, scorer, Settings())
    assert act.confidence == pytest.approx(0.5)
    assert act.probabilities[0] == ("ACCUSE", pytest.approx(0.7))
