from_auto      = "a.auto"
from_auto_json = "a.auto"
from_option    = "a.auto"
