"""Puts worlds of the small AWS into a running moto server.

    python seed.py --endpoint http://127.0.0.1:5000 WORLD.json ...
    python seed.py --endpoint http://127.0.0.1:5000 --update WORLD.json ...

With --update only what is new is added, and services that are there are pointed to the revision that the world names, as a deploy does.
"""

import argparse
import json

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# What DescribeTaskDefinition answers and RegisterTaskDefinition does not take.
DESCRIBED_ONLY = {
    "taskDefinitionArn",
    "revision",
    "status",
    "requiresAttributes",
    "compatibilities",
    "registeredAt",
    "registeredBy",
    "deregisteredAt",
}


class Seeder:
    def __init__(self, endpoint, world):
        self.endpoint = endpoint
        self.world = world
        self.ecs = self.client("ecs")

    def client(self, service, region=None):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name=region or self.world["region"],
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 1}),
        )

    def seed(self):
        self.task_definitions()
        for cluster, content in self.world["clusters"].items():
            self.ecs.create_cluster(clusterName=cluster)
            for name, service in content["services"].items():
                self.service(cluster, name, service)
        for secret in self.world["secrets"]:
            self.secret(secret)
        for parameter in self.world["parameters"]:
            self.parameter(parameter)
        for bucket, objects in self.world.get("buckets", {}).items():
            self.bucket(bucket, objects)
        for rule in self.world.get("rules", []):
            self.rule(rule)
        for schedule in self.world.get("schedules", []):
            self.schedule(schedule)
        for definition in self.world["taskDefinitions"]:
            if definition.get("status") == "INACTIVE":
                self.ecs.deregister_task_definition(taskDefinition=revision(definition))

    def update(self):
        self.task_definitions()
        for cluster, content in self.world["clusters"].items():
            for name, service in content["services"].items():
                self.ecs.update_service(cluster=cluster, service=name, taskDefinition=service["taskDefinition"])

    def task_definitions(self):
        """The emulator counts revisions itself: what a world leaves out is filled up with the next one that it has."""
        for family in sorted({each["family"] for each in self.world["taskDefinitions"]}):
            known = {each["revision"]: each for each in self.world["taskDefinitions"] if each["family"] == family}
            for number in range(self.newest(family) + 1, max(known) + 1):
                wanted = known.get(number) or known[min(each for each in known if each > number)]
                made = self.ecs.register_task_definition(
                    **{field: value for field, value in wanted.items() if field not in DESCRIBED_ONLY}
                )
                assert made["taskDefinition"]["revision"] == number, made

    def newest(self, family):
        try:
            return self.ecs.describe_task_definition(taskDefinition=family)["taskDefinition"]["revision"]
        except ClientError:
            return 0

    def service(self, cluster, name, service):
        self.ecs.create_service(
            cluster=cluster,
            serviceName=name,
            taskDefinition=service["taskDefinition"],
            desiredCount=0,
            launchType="FARGATE",
            networkConfiguration=self.network(),
        )
        for task in service.get("tasks", []):
            self.ecs.run_task(
                cluster=cluster,
                taskDefinition=task["taskDefinition"],
                group="service:" + name,
                launchType="FARGATE",
                networkConfiguration=self.network(),
            )
        if service.get("status") == "INACTIVE":
            self.ecs.delete_service(cluster=cluster, service=name, force=True)

    def network(self):
        subnet = self.client("ec2").describe_subnets()["Subnets"][0]["SubnetId"]
        return {"awsvpcConfiguration": {"subnets": [subnet], "securityGroups": []}}

    def secret(self, secret):
        """The emulator makes the six characters of an ARN from a tag, so that the ARNs of the world hold."""
        store = self.client("secretsmanager", secret["arn"].split(":")[3])
        store.create_secret(Name=secret["name"], Tags=[{"Key": "_custom_id_", "Value": secret["arn"][-6:]}])
        stages = {stage for version in secret.get("versions", {}).values() for stage in version}
        for stage in ["AWSPREVIOUS", "AWSCURRENT"]:
            if stage in stages:
                store.put_secret_value(SecretId=secret["name"], SecretString="a value for " + stage)
        if "deletedDate" in secret:
            store.delete_secret(SecretId=secret["name"], RecoveryWindowInDays=30)

    def bucket(self, bucket, objects):
        store = self.client("s3")
        store.create_bucket(Bucket=bucket)
        for key, body in objects.items():
            store.put_object(Bucket=bucket, Key=key, Body=body.encode())

    def arn(self, resource):
        return "arn:aws:ecs:{region}:{account}:".format(**self.world) + resource

    def role(self):
        return "arn:aws:iam::{account}:role/starter".format(**self.world)

    def rule(self, rule):
        rules = self.client("events")
        rules.put_rule(Name=rule["name"], ScheduleExpression="rate(1 day)", State=rule.get("state", "ENABLED"))
        rules.put_targets(
            Rule=rule["name"],
            Targets=[
                {
                    "Id": str(number),
                    "Arn": self.arn("cluster/" + target["cluster"]),
                    "RoleArn": self.role(),
                    "EcsParameters": {"TaskDefinitionArn": self.arn("task-definition/" + target["taskDefinition"])},
                }
                for number, target in enumerate(rule["targets"], 1)
            ],
        )

    def schedule(self, schedule):
        self.client("scheduler").create_schedule(
            Name=schedule["name"],
            GroupName=schedule["group"],
            ScheduleExpression="rate(1 day)",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target={
                "Arn": self.arn("cluster/" + schedule["cluster"]),
                "RoleArn": self.role(),
                "EcsParameters": {"TaskDefinitionArn": self.arn("task-definition/" + schedule["taskDefinition"])},
            },
        )

    def parameter(self, parameter):
        self.client("ssm").put_parameter(
            Name=parameter["name"], Type=parameter["type"], Value=parameter["value"]
        )


def revision(definition):
    return "%s:%d" % (definition["family"], definition["revision"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--endpoint", required=True)
    arguments.add_argument("--update", action="store_true")
    arguments.add_argument("worlds", nargs="+", metavar="WORLD.json")
    given = arguments.parse_args()
    for file in given.worlds:
        with open(file, encoding="utf-8") as world:
            seeder = Seeder(given.endpoint, json.load(world))
        seeder.update() if given.update else seeder.seed()


if __name__ == "__main__":
    main()
