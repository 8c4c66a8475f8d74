import os

title = os.environ["SITE_TITLE"]
newsletter = os.environ.get("NEWSLETTER_API_KEY")
comments = os.environ["COMMENTS_API_KEY"]
search = os.environ.get("SEARCH_API_KEY")
password = os.environ.get("DB_PASSWORD")
archive = os.environ.get("ARCHIVE_API_KEY")
printer = os.environ.get("PRINT_API_KEY")
