terraform {
  source = "git::https://example.org/modules.git//api?ref=v1.0.0"
}
