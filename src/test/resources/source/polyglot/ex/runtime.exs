# System.get_env("IN_COMMENT")
import Config

config :shop,
  token: System.get_env("TOKEN"), # read: TOKEN none
  port: System.get_env("PORT", "4000"), # read: PORT usable
  host: System.get_env("HOST") || "localhost", # read: HOST usable
  secret: System.fetch_env!("SECRET"), # read: SECRET fails
  blank: System.get_env("BLANK", ""), # read: BLANK empty
  raised: System.get_env("RAISED") || raise("x"), # read: RAISED fails
  tuple: {:system, "TUPLE"}, # read: TUPLE none
  text: "#{System.get_env("IN_HOLE")} System.get_env(\"IN_STRING\")", # read: IN_HOLE none
  sigil: ~s(System.get_env("IN_SIGIL")),
  char: ?"

@moduledoc """
System.get_env("IN_DOC")
"""
