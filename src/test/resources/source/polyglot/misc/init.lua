-- os.getenv("IN_COMMENT")
--[[ os.getenv("IN_BLOCK")
os.getenv("IN_BLOCK_2") ]]
local token = os.getenv("TOKEN") -- read: TOKEN none
local port = os.getenv("PORT") or "80" -- read: PORT usable
local must = os.getenv("MUST") or error("no") -- read: MUST fails
local text = [[ os.getenv("IN_LONG") ]]
