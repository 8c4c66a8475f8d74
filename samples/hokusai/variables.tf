variable "aws_region" {
  description = "Region of everything in this root."
  type        = string
  default     = "us-east-1"
}

variable "environment" {
  description = "development, staging or production."
  type        = string
  default     = "development"

  validation {
    condition     = contains(["development", "staging", "production"], var.environment)
    error_message = "The environment is development, staging or production."
  }
}

variable "vpc_id" {
  description = "Network of the services."
  type        = string
  default     = "vpc-0a1b2c3d4e5f67890"
}

variable "private_subnet_ids" {
  description = "Subnets of the tasks."
  type        = list(string)
  default     = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
}

variable "database_host_port" {
  description = "Port of the database."
  type        = number
  default     = 5432
}

variable "redis_endpoint" {
  description = "Address of the Redis cluster."
  type        = string
  default     = "master.hokusai-redis-development.abc123.use1.cache.amazonaws.com"
}

variable "api" {
  description = "Size of the API service."
  type = object({
    cpu           = optional(number, 512)
    memory        = optional(number, 1024)
    port          = optional(number, 8001)
    workers       = optional(number, 2)
    desired_count = optional(number, 2)
    image_tag     = optional(string, "latest")
  })
  default = {}
}

variable "log_level" {
  description = "How much the services log."
  type        = string
  default     = "INFO"
}
