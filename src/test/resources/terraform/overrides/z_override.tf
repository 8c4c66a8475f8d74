variable "level" {
  default = "debug"
}
