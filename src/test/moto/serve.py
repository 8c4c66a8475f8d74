"""Starts moto_server with two lies of moto 5.2.1 mended that would hide every deploy, or invent one: UpdateService changes the service's
task definition and leaves its PRIMARY deployment on the old one, and a family means its newest revision, also when that is INACTIVE.
Takes the arguments of moto_server.
"""

import sys

from moto.ecs.models import EC2ContainerServiceBackend
from moto.server import main

update_as_written = EC2ContainerServiceBackend.update_service
describe_as_written = EC2ContainerServiceBackend.describe_task_definition


def update_service(self, service_properties):
    service = update_as_written(self, service_properties)
    running = self.describe_task_definition(service.task_definition)
    for deployment in service.deployments:
        if deployment["status"] == "PRIMARY":
            deployment["taskDefinition"] = running.arn
    return service


def describe_task_definition(self, task_definition_str):
    family = task_definition_str.split("/")[-1]
    active = [number for number, each in self.task_definitions.get(family, {}).items() if each.status == "ACTIVE"]
    return describe_as_written(self, "%s:%d" % (family, max(active)) if active else task_definition_str)


EC2ContainerServiceBackend.update_service = update_service
EC2ContainerServiceBackend.describe_task_definition = describe_task_definition

if __name__ == "__main__":
    main(sys.argv[1:])
