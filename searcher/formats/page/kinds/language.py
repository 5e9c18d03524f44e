"""The language of a short text, by its small words and letters."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain

from searcher.formats.page.words.lists import words
from searcher.lazy import lazy_pattern

SMALL_WORDS = {
    "en": words(
        "a an and are as by for from has have in is of on or that the this to was we were which "
        "with between after among during following under over its their patients"
    ),
    "de": words(
        "auf bei das dem den der des die durch ein eine einem einer eines für im ist mit nach "
        "nicht "
        "oder sich sind über um und unter von vor war waren werden wir wurde wurden zu zum zur "
        "auch als bis nur während zwei drei fall"
    ),
    "fr": words(
        "au aux avec ce chez dans de des du en est et la le les leur ou par pour que qui sa se ses "
        "son sont sur un une nous ont été sous deux trois après lors contre sans cas à d'une d'un "
        "cette"
    ),
    "es": words(
        "al con de del e el en entre es fue fueron ha la las lo los no o para por que se sin sobre "
        "dos tres caso son su sus tras un una y"
    ),
    "pt": words(
        "ao aos as com da das de do dos e em entre foi foram na nas no nos o os ou para pela pelo "
        "dois duas três após caso por que se sem sobre são um uma à às"
    ),
    "it": words(
        "ai al alla che con da dal dalla degli dei del della delle di e gli i il in la le nei nel "
        "due tre dopo caso nella non per più sono su tra un una è"
    ),
    "nl": words("aan bij dat de een en het in is met na niet of op over te van voor was werd zijn"),
    "tr": words("bir bu da daha de en gibi ile için olan olarak ve veya göre"),
    "pl": words("a do i jest na nie o od oraz po przez przy się są u w z ze"),
    "cs": words("a do je jsou na o po pro při s se u v ve z za že byl byla bylo"),
    "hr": words("a i je na od po s sa se su u uz za bez kod kao"),
    "sv": words("av den det eller en ett för från hos i med och om på som till vid är"),
    "da": words("af at blev de den det en er et for fra hos i med og på som til ved var ikke"),
    "hu": words("a az és egy hogy is meg nem volt"),
    "ro": words("a al au ale cu de din este în la pe pentru prin și sau un o"),
    "id": words("dan dari dengan di ini pada untuk yang dalam atau oleh"),
    "ru": words(
        "в и из к на не о от по при с у для или что как до за между после без во со их а этот это "
        "также был была были"
    ),
    "el": words("και του της των την το στη στην με για από που είναι σε τα οι η ο"),
    "vi": words("và của các là trong được cho với có không một những từ đến này ở khi"),
    "fi": words("ja on ei se että oli ovat kun mutta sekä tai myös olivat"),
    "sl": words("in je se na za pri ki da so od po z v ali kot"),
    "uk": words("в від для до з за і на не по при та у що"),
}
"""Words that hold sentences together, for each language."""

SMALL_LETTERS = "a-zß-\u02ff\u0370-\u1fff\ufb00-\ufb06"
"""A range of small letters, of the scripts that part words."""

_SIGN = lazy_pattern("[\u3000-\U0010ffff]")
_SIGNS = (
    ("ko", lazy_pattern("[\uac00-\ud7af]")),
    ("ja", lazy_pattern("[\u3040-\u30ff]")),
    ("zh", lazy_pattern("[\u3400-\u9fff]")),
)
_LETTERS = (
    *(("tr", "ğışİ"), ("pt", "ãõ"), ("es", "ñ¿¡"), ("de", "äß"), ("pl", "łżźśćąę"), ("cs", "ěřů")),
)
_SPEAKERS = {
    word: tuple(name for name, known in SMALL_WORDS.items() if word in known)
    for word in frozenset().union(*SMALL_WORDS.values())
}
# Three words: a name of a substance or of a place has fewer.
_OTHER_LETTERS = lazy_pattern("(?:[\u0370-\u07ff]+ ){3}")
_WORD = lazy_pattern(f"[{SMALL_LETTERS}][{SMALL_LETTERS}]*(?:'[{SMALL_LETTERS}]+)?")
# Each ASCII letter in lower case, a blank for all other signs.
_LETTERS_ALONE = bytes(code | 32 if bytes([code]).isalpha() else 32 for code in range(256))


def is_language_code(text: str) -> bool:
    """Whether a line is nothing but the code of a language ("EN"), over what is said in it."""
    return len(text) == 2 and text.lower() in SMALL_WORDS


def has_signs(text: str) -> bool:
    """Whether a text may have characters of an Asian script."""
    return not text.isascii() and _holds_sign(text)


@lru_cache(maxsize=256)
def _holds_sign(text: str) -> bool:
    return _SIGN.search(text) is not None


def is_in_one_language(text: str) -> bool:
    """Whether one language has all the small words of a text, and no letter says otherwise."""
    known = _SPEAKERS.keys() & set(text.lower().split())
    return text.isascii() and any(known <= words for words in SMALL_WORDS.values())


@lru_cache(maxsize=256)
def language_of(text: str) -> str | None:
    """The language of a title or a paragraph, or None where several fit or none does."""
    fitting = languages_of(text)
    return next(iter(fitting)) if len(fitting) == 1 else None


def languages_of(text: str, least: int = 1) -> frozenset[str]:
    """The languages that a text fits best; none where it has fewer words of any than `least`."""
    text = text[:600]
    if text.isascii() and "'" not in text:
        tokens = text.encode().translate(_LETTERS_ALONE).decode().split()
    else:
        tokens = _WORD.findall(text.lower().replace("’", "'"))
    scores = Counter(chain.from_iterable(filter(None, map(_SPEAKERS.get, tokens))))
    if not text.isascii():
        for name, letters in _LETTERS:
            scores[name] += 2 * sum(map(text.count, letters))
    if has_signs(text):
        for name, signs in _SIGNS:
            scores[name] += 2 * len(signs.findall(text))
    most = max(scores.values(), default=0)
    return frozenset([name for name, score in scores.items() if score == most >= least])


def are_in_other_letters(text: str, other: str) -> bool:
    """Whether a text is in Cyrillic, Greek or other letters, and another in Latin ones."""
    return _OTHER_LETTERS.search(text) is not None and not _OTHER_LETTERS.search(other)


def speak_apart(text: str, other: str, least: int = 1) -> bool:
    """Whether two texts are of different languages as far as both tell (see `languages_of`)."""
    spoken, also = languages_of(text, least), languages_of(other, least)
    return bool(spoken and also and not spoken & also)
