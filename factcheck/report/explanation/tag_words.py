"""What a sentence was seen to have, in words: the tags of its mentions, the roles of its names, its kind and voice."""

from factcheck.messages import message
from factcheck.reading.scan.mentions import Tag

TAGS = {
    "rank": message("a word of ranks"),
    Tag.EXTREME: message("highest or lowest"),
    Tag.CHANGE: message("a rise or fall"),
    Tag.UNIT: message("a unit"),
    "magnitude": message("the figure behind it is of something else"),
    Tag.YEAR: message("a year"),
    Tag.CELL: message("a cell of the table"),
    Tag.COLLECTIVE: message("several regions together"),
    Tag.MOOD_NEGATION: message("says that it is not so"),
    Tag.MOOD_DENIAL: message("says that it is not so"),
    Tag.MOOD_IRREALIS: message("not told as a fact"),
    Tag.MOOD_CONDITIONAL: message("a condition"),
    Tag.MOOD_PLANNED: message("a plan"),
    Tag.MOOD_DEMANDED: message("a plan"),
    Tag.MOOD_FORESEEN: message("a plan"),
    Tag.MOOD_DEFINITION: message("a definition"),
    Tag.MOOD_ALL: message("all"),
    Tag.MOOD_EACH: message("each"),
    Tag.MOOD_NONE: message("none of them"),
    Tag.HEDGE: message("roughly"),
    Tag.ENTITY_OFFICES: message("an office"),
    Tag.ENTITY_BRANCHES: message("a branch"),
    Tag.ENTITY_VENUES: message("the place of an event"),
    Tag.ENTITY_TITLES: message("a title of a person"),
    Tag.ENTITY_HEADS: message("the head of a region"),
    Tag.ENTITY_GOVERNMENT: message("a government"),
    Tag.ENTITY_CAPITAL: message("a capital"),
    "count": message("a word of counting"),
    Tag.COUNTED: message("what is counted"),
    Tag.GROUP: message("among whom"),
    Tag.SUBJECT: message("the subject of a pack"),
}
"""By the tag, or by the table before its point; a tag that is in none says nothing to a reader."""
ROLES = {
    "subject": message("whose figure it is"),
    "place": message("a place"),
    "dateline": message("dateline"),
    "branch": message("a branch"),
    "holder": message("who has it"),
    "scope": message("where it is counted"),
    "office": message("an office"),
    "aside": message("named in passing"),
}
KINDS = {
    "paragraph": "",
    "item": message("an item of a list"),
    "title": message("the headline"),
    "heading": message("a heading"),
    "row": message("a row of a table"),
    "header": message("the head of a table"),
    "caption": message("a caption"),
    "quote": message("a quotation"),
}
"""Kinds of sentences and whose voice they are in; the article's own prose needs no word."""
FORMS = {"word": message("in words"), "ordinal": message("an ordinal"), "roman": message("roman figures")}


def tag_word(tag: str) -> str:
    """What a tag says, empty where it is the reader's business alone."""
    return TAGS.get(tag, TAGS.get(tag.partition(".")[0], ""))
