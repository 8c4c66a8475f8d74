locals {
  region = "eu-west-1"
}

inputs = {
  region  = local.region
  common  = [{ name = "REGION", value = local.region }]
  service = "overridden by ${basename(path_relative_to_include())}"
}
