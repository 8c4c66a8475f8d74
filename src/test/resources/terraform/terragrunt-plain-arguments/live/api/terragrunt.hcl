# What is handed over plainly is read: words, files, the environment; what is for `init` alone is not.
terraform {
  source = "../../module"

  extra_arguments "words" {
    commands  = get_terraform_commands_that_need_vars()
    arguments = ["-var", "flagged=false", "-var=level=warn", "-var-file=${get_terragrunt_dir()}/api.values", "-lock-timeout=5m"]
    env_vars  = { TF_VAR_region = "eu", TF_IN_AUTOMATION = "1" }
  }

  extra_arguments "init" {
    commands  = ["init"]
    arguments = ["-var=level=never", "-backend=false"]
  }
}

locals {
  shared = read_terragrunt_config("../../shared/names.hcl").locals
}

inputs = {
  unit = basename(local.shared.unit)
  own  = basename(local.shared.own)
  work = basename(local.shared.work)
}
