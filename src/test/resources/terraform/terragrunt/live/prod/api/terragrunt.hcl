include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

locals {
  env   = read_terragrunt_config(find_in_parent_folders("env.hcl"))
  stage = local.env.locals.stage
}

terraform {
  source = "${get_terragrunt_dir()}/../../../modules//api"

  extra_arguments "files" {
    commands           = ["plan", "apply"]
    required_var_files = ["${get_terragrunt_dir()}/api.tfvars"]
    optional_var_files = ["${get_terragrunt_dir()}/nowhere.tfvars"]
  }
}

dependency "secrets" {
  config_path = "../secrets"
}

inputs = {
  service = "api-${local.stage}"
  token   = dependency.secrets.outputs.token_arn
  home    = get_env("HOME", "nowhere")

  environment = [
    { name = "STAGE", value = local.stage },
    { name = "REGION_TOO", value = include.root.locals.region },
    { name = "SECRET_FROM_A_FILE", value = sops_decrypt_file("secrets.yaml") },
  ]
}
