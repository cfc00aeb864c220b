"""Small whole numbers in words, cardinal or ordinal, as `numbers.toml` spells them."""

from __future__ import annotations

from decimal import Decimal

from factcheck.language.language import Language

MOST = 99


def in_words_like(value: Decimal, written: str, language: Language) -> str:
    """`value` in words where `written` is in words: 8 like "tujuh" is "delapan", 2 like "Ketiga" is "Kedua".

    Empty where `written` has a figure, or where the language's lists have no words for the value (0 to 99).
    """
    if any(letter.isdigit() for letter in written) or value != value.to_integral_value() or not 0 <= value <= MOST:
        return ""
    number = int(value)
    words = ordinal(number, language) if _is_ordinal(written.lower(), language) else cardinal(number, language)
    return words.capitalize() if written[:1].isupper() else words


def cardinal(number: int, language: Language) -> str:
    """A number from 0 to 99 in words: "dua belas", "thirty-one"; empty where the lists have none."""
    words = language.numbers
    for table in (words.ones, words.wholes, words.tens):
        for word, value in table.items():
            if value == number:
                return str(word)
    tens, ones = divmod(number, 10)
    if tens == 1 and words.teen:
        return f"{cardinal(ones, language)} {words.teen[0]}"
    ten = cardinal(10 * tens, language) if ones else ""
    if ten and ones:
        return f"{ten}{words.joiner}{cardinal(ones, language)}"
    times = next((word for word, value in words.times.items() if value == 10), "")
    return f"{cardinal(tens, language)} {times}" if times and tens > 1 and not ones else ""


def ordinal(number: int, language: Language) -> str:
    """The ordinal of a number from 1 to 99 in words: "pertama", "kedua", "third"; empty where there is none."""
    for word, value in language.numbers.ordinals.items():
        if value == number and word.isalpha():  # not "runner-up"
            return str(word)
    prefix = language.numbers.ordinal_prefix
    return f"{prefix}{cardinal(number, language)}" if prefix and number else ""


def _is_ordinal(low: str, language: Language) -> bool:
    prefix = language.numbers.ordinal_prefix
    return low in language.numbers.ordinals or bool(prefix and low.startswith(prefix))
