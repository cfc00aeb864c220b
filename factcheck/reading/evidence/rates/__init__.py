"""Whose is a rate or an amount that no word of its sentence tells, as those beside it show?"""
