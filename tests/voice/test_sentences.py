"""A kiosk says one sentence at a time."""

from devices.ports import Ready, Sound
from voice.failure import NotSynthesised
from voice.memory import MemorySpeaker
from voice.sentences import SentenceVoice, in_sentences
from voice.speech import OnSound
from voice.utterance import Part

CLICK = Sound(b"\0\0" * 480, 16000, "")


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


def test_a_key_is_heard_at_once_and_its_answer_after_it():
    speaker = MemorySpeaker(by_hand=True)
    voice = SentenceVoice(speaker, Ready2Say(), Ready2Say(), click=CLICK)
    voice.start(lambda _: None)
    ended: list[bool] = []
    voice.say("您好。", slow=False, quiet=False, on_ended=ended.append)
    voice.click()
    assert ended == [False], "a touch is the answer: nobody talks over it"
    assert speaker.playing == CLICK
    voice.say("请稍等。", slow=False, quiet=False, on_ended=ended.append)
    assert speaker.playing == CLICK, "its own answer does not cut it"
    speaker.end_playing()
    assert speaker.playing is not None
    assert speaker.playing.text == "请稍等。"
    voice.stop()


def test_of_two_answers_to_one_click_the_second_is_heard():
    speaker = MemorySpeaker(by_hand=True)
    voice = SentenceVoice(speaker, Ready2Say(), Ready2Say(), click=CLICK)
    voice.start(lambda _: None)
    voice.click()
    for words in ("您好。", "请稍等。"):
        voice.say(words, slow=False, quiet=False, on_ended=lambda _whole: None)
    assert speaker.playing is not None
    assert speaker.playing.text == "请稍等。"
    voice.stop()


class Later(Ready2Say):
    """Makes a sound only when it is told to, as a synthesiser takes its time."""

    def __init__(self, *, fails: str = ""):
        super().__init__()
        self.fails = fails
        self._wanted: list[tuple[str, OnSound]] = []

    def prepare(self, utterance, on_sound):
        self.texts.append(utterance.text)
        self._wanted.append((utterance.text, on_sound))

    def make(self):
        text, on_sound = self._wanted.pop(0)
        made = Sound(b"\0\0" * 1600, 16000, text)
        on_sound(NotSynthesised("no words") if text == self.fails else made)


def test_in_pieces_the_first_sentence_is_heard_before_the_others_are_made():
    speaker, later = MemorySpeaker(by_hand=True), Later()
    ended: list[bool] = []
    voice = SentenceVoice(speaker, later, later)
    text = "您办哪一件？按一，养老金。按二，低保。"
    voice.say(text, slow=False, quiet=False, on_ended=ended.append, in_pieces=True)
    later.make()
    assert speaker.playing is not None
    assert speaker.playing.text == "您办哪一件？"
    assert later.texts == ["您办哪一件？", "按一，养老金。"]
    later.make()
    later.make()
    for _ in range(2):
        speaker.end_playing()
    assert ended == []
    speaker.end_playing()
    assert ended == [True]
    assert [sound.text for sound in speaker.heard] == later.texts


def test_a_new_sentence_stops_all_pieces_of_the_old_one():
    speaker, later = MemorySpeaker(by_hand=True), Later()
    ended: list[bool] = []
    voice = SentenceVoice(speaker, later, later)
    text = "您办哪一件？按一，养老金。按二，低保。"
    voice.say(text, slow=False, quiet=False, on_ended=ended.append, in_pieces=True)
    later.make()
    voice.say("叫人帮忙。", slow=False, quiet=False, on_ended=ended.append, in_pieces=True)
    later.make()
    later.make()
    assert speaker.playing is not None
    assert speaker.playing.text == "叫人帮忙。"
    assert ended == [False]
    assert later.texts == ["您办哪一件？", "按一，养老金。", "叫人帮忙。"]


def test_a_piece_nobody_can_say_does_not_silence_the_others():
    speaker, later = MemorySpeaker(), Later(fails="按一，养老金。")
    ended: list[bool] = []
    voice = SentenceVoice(speaker, later, later)
    text = "您办哪一件？按一，养老金。按二，低保。"
    voice.say(text, slow=False, quiet=False, on_ended=ended.append, in_pieces=True)
    for _ in range(3):
        later.make()
    assert [sound.text for sound in speaker.heard] == ["您办哪一件？", "按二，低保。"]
    assert ended == [False]
