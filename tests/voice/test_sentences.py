"""A kiosk says one sentence at a time."""

from devices.ports import Ready, Sound
from voice.memory import MemorySpeaker
from voice.sentences import SentenceVoice, in_sentences
from voice.utterance import Part


class Ready2Say:
    """Makes a sound of any utterance at once, and remembers which."""

    def __init__(self):
        self.texts = []

    def prepare(self, utterance, on_sound):
        self.texts.append(utterance.text)
        on_sound(Sound(b"\0\0" * 1600, 16000, utterance.text))


def test_a_text_is_looked_up_sentence_by_sentence():
    parts = in_sentences("您好。身份证可以拿走了，请收好。").parts
    assert [part.words for part in parts] == ["您好。", "身份证可以拿走了，请收好。"]
    assert parts[0].gap_before_ms == 0
    assert parts[1].gap_before_ms >= 600
    assert in_sentences("请稍等").parts == (Part("请稍等"),)


def test_a_new_sentence_stops_the_old_one_and_slow_is_made_slowly():
    speaker, usual, slow = MemorySpeaker(by_hand=True), Ready2Say(), Ready2Say()
    voice = SentenceVoice(speaker, usual, slow)
    statuses: list[object] = []
    ended: list[bool] = []
    voice.start(statuses.append)
    voice.say("您好。", slow=False, quiet=False, on_ended=ended.append)
    voice.say("请稍等。", slow=True, quiet=False, on_ended=ended.append)
    assert isinstance(statuses[0], Ready)
    assert (usual.texts, slow.texts) == (["您好。"], ["请稍等。"])
    assert ended[0] is False
    voice.stop()
