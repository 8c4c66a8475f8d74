object App {
  val port = sys.env.getOrElse("PORT", "80") // read: PORT usable
  val token = sys.env("TOKEN") // read: TOKEN fails
  val maybe = sys.env.get("MAYBE") // read: MAYBE none
  val other = Option(System.getenv("OTHER")).getOrElse("o") // read: OTHER usable
  val text = s"sys.env ${sys.env("IN_HOLE")}" // read: IN_HOLE fails
  val symbol = 'x'
}
