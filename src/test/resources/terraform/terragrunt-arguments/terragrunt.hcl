# Arguments of terraform can give any variable a value; an input under a condition is one perhaps.
terraform {
  extra_arguments "flags" {
    commands  = ["plan", "apply"]
    arguments = ["-var", "flagged=${get_env("FLAGGED", "no")}"]
  }

  extra_arguments "patience" {
    commands  = ["apply"]
    arguments = ["-lock-timeout=20m"]
  }
}

inputs = merge(
  { level = "info" },
  get_env("STAGE", "") == "prod" ? { level = "warn" } : {},
)
