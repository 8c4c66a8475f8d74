locals {
  stage = "prod"
}
