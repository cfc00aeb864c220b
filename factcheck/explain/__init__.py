"""Why was a place of the article read and judged as it was?"""
