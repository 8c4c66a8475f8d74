environment = {
  PAGE_SIZE = "20"
}
