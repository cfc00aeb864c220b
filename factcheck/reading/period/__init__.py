"""Of which year is it? The years written beside it, the change it is part of, the year spoken of."""
