package shop

/* outer /* System.getenv("IN_NESTED") */ System.getenv("STILL_COMMENT") */
val port = System.getenv("PORT")?.toInt() ?: 8080 // read: PORT usable
val token = System.getenv("TOKEN") ?: error("TOKEN is missing") // read: TOKEN fails
val sure = System.getenv("SURE")!! // read: SURE fails
val text = "in ${System.getenv("IN_TEMPLATE") ?: "x"} and \${System.getenv("} ESCAPED" // read: IN_TEMPLATE usable
val map = System.getenv()["MAP"] // read: MAP none
val orElse = System.getenv().getOrElse("OR_ELSE") { "e" } // read: OR_ELSE none
val raw = """System.getenv("IN_RAW")"""

class Mail(@Value("\${MAIL_HOST:localhost}") val host: String) // read: MAIL_HOST usable
