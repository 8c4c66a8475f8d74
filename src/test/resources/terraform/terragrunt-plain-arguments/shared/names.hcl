locals {
  unit = get_original_terragrunt_dir()
  own  = get_terragrunt_dir()
  work = get_working_dir()
}
