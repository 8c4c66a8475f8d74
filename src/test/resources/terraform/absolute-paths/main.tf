# A name that is taken from the directory that the files lie in.
module "service" {
  source = "./app/service"
}
