"""Queues in SimPy, written to be read: the truth that the compiled event loop is held against.

Every person is a process (`person.py`), every limit a desk with its places and its line (`desk.py`), and an
office opens the desks at every boundary (`office.py`). Only this package imports SimPy.
"""
