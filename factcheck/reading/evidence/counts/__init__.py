"""Of which group, in which year and in which zone are so many explained?"""
