resource "aws_s3_bucket" "envs" {
  bucket_prefix = "envs-"
}

resource "aws_s3_object" "hours" {
  for_each = { hours = "OPENS=9\nSHUTS =17\n" }
  bucket   = aws_s3_bucket.envs.bucket
  key      = "${each.key}.env"
  content  = each.value
}

output "bucket" {
  value = aws_s3_bucket.envs.arn
}
