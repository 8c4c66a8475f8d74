module "app" {
  source = "../../stacks/app"
  stage  = "prod"
}
