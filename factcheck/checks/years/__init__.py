"""Of which year, month or day is it, where what is written cannot be?"""
