"""Reads os.environ["IN_DOCSTRING"] only in words."""
import os
import os as system
from os import environ as e, getenv
from pathlib import Path

# os.environ["IN_COMMENT"]
TEXT = "os.environ['IN_STRING']"
RAW = r"os.environ['IN_RAW\']"
LONG = '''
os.getenv("IN_TRIPLE")
'''
TOKEN = os.environ["TOKEN"]  # read: TOKEN fails
HOST = os.environ.get("HOST")  # read: HOST none
PORT = int(os.environ.get("PORT", "8000"))  # read: PORT usable
BLANK = os.getenv("BLANK", "")  # read: BLANK empty
NOTHING = os.getenv("NOTHING", None)  # read: NOTHING empty
NAMED = os.getenv("NAMED", default="x")  # read: NAMED usable
ELSE = os.environ.get("ELSE_OR") or "y"  # read: ELSE_OR usable
BOTH = os.environ.get("BOTH_EMPTY", "") or None  # read: BOTH_EMPTY empty
ALIAS = e["ALIAS"]  # read: ALIAS fails
GET = getenv("IMPORTED_GETENV")  # read: IMPORTED_GETENV none
SYSTEM = system.environ["SYSTEM_ALIAS"]  # read: SYSTEM_ALIAS fails
POPPED = os.environ.pop("POPPED", None)  # read: POPPED empty
DEFAULTED = os.environ.setdefault("DEFAULTED", "z")  # read: DEFAULTED usable
IS_SET = "IS_SET" in os.environ  # read: IS_SET none
NOT_SET = "NOT_SET" not in os.environ  # read: NOT_SET none
INTERPOLATED = f"{os.environ['IN_FSTRING']}:{{os.environ['ESCAPED']}}"  # read: IN_FSTRING fails
MULTI = os.environ.get(
    "MULTI_LINE",  # read: MULTI_LINE usable
    "default",
)
KEY = "FROM_CONSTANT"
VALUE = os.environ[KEY]  # read: FROM_CONSTANT fails
TERNARY = os.environ["TERNARY"] if "TERNARY" in os.environ else "t"  # read: TERNARY usable; TERNARY none
os.environ["WRITTEN"] = "1"
del os.environ["DELETED"]
other = {"environ": {}}
other["environ"]["NOT_READ"]


class Config:
    def get(self, name):
        return os.environ.get(name)  # read: * computed

    def prefixed(self, name):
        return os.environ["APP_" + name]  # read: APP_* computed


def child(command):
    return run(command, env=dict(os.environ, LANG="C"))  # read: * computed
