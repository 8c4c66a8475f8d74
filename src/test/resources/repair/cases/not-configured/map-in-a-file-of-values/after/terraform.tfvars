environment = {
  PAGE_SIZE = "20"
  SITE_URL  = "https://blog.example.com"
}
