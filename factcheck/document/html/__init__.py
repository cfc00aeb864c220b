"""What on a page is the article? Tags to elements, elements to parts, parts to an article."""
