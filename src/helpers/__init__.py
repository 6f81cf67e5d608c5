"""Read news articles about one event side by side.

Every function takes a pandas DataFrame and gives one back; every row that comes from text carries
``article_id, start, end`` so that ``text[start:end]`` is what the row says.
"""
