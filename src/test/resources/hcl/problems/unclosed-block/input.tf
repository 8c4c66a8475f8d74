a = 1
a = 2
resource "x" "y" {
  lifecycle {
    z = 1

}
resource "p" "q" {
}
