"""What a sentence was seen to have, in words: the tags of its mentions, the roles of its names, its kind and voice."""

from factcheck.messages import message

TAGS = {
    "rank": message("a word of ranks"),
    "extreme": message("highest or lowest"),
    "change": message("a rise or fall"),
    "unit": message("a unit"),
    "magnitude": message("the figure behind it is of something else"),
    "year": message("a year"),
    "cell": message("a cell of the table"),
    "collective": message("several regions together"),
    "mood.negation": message("says that it is not so"),
    "mood.denial": message("says that it is not so"),
    "mood.irrealis": message("not told as a fact"),
    "mood.conditional": message("a condition"),
    "mood.planned": message("a plan"),
    "mood.definition": message("a definition"),
    "mood.all": message("all"),
    "mood.each": message("each"),
    "mood.none": message("none of them"),
    "hedge": message("roughly"),
    "entity.offices": message("an office"),
    "entity.branches": message("a branch"),
    "entity.venues": message("the place of an event"),
    "entity.titles": message("a title of a person"),
    "entity.heads": message("the head of a region"),
    "entity.government": message("a government"),
    "entity.capital": message("a capital"),
    "count": message("a word of counting"),
    "counted": message("what is counted"),
    "group": message("among whom"),
    "subject": message("the subject of a pack"),
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
