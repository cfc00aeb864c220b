"""Who is named, and is the name spelt rightly?"""
