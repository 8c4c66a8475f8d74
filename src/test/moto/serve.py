"""Starts moto_server with one lie mended that would make every deploy invisible: in moto 5.2.1 UpdateService changes the service's
task definition and leaves its PRIMARY deployment on the old one. Takes the arguments of moto_server.
"""

import sys

from moto.ecs.models import EC2ContainerServiceBackend
from moto.server import main

update_as_written = EC2ContainerServiceBackend.update_service


def update_service(self, service_properties):
    service = update_as_written(self, service_properties)
    running = self.describe_task_definition(service.task_definition)
    for deployment in service.deployments:
        if deployment["status"] == "PRIMARY":
            deployment["taskDefinition"] = running.arn
    return service


EC2ContainerServiceBackend.update_service = update_service

if __name__ == "__main__":
    main(sys.argv[1:])
