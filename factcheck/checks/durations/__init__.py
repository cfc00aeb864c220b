"""Do the clock, the calendar and a number of hours, months or years tell of one time?"""
