"""Puts worlds of the small AWS into a running moto server.

    python seed.py --endpoint http://127.0.0.1:5000 WORLD.json ...
    python seed.py --endpoint http://127.0.0.1:5000 --update WORLD.json ...

With --update only what is new is added, and services that are there are pointed to the revision that the world names, as a deploy does.
"""

import argparse
import base64
import hashlib
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
        for key in self.world.get("keys", []):
            self.key(key)
        for arn, document in self.world.get("policies", {}).items():
            self.client("iam").create_policy(PolicyName=arn.split("/")[-1], PolicyDocument=json.dumps(document))
        for name, role in self.world.get("roles", self.readers()).items():
            self.role(name, role)
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
        for reference, images in self.world.get("repositories", {}).items():
            self.repository(reference, images)
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
        key = {"KmsKeyId": secret["kmsKeyId"]} if "kmsKeyId" in secret else {}
        store.create_secret(Name=secret["name"], Tags=[{"Key": "_custom_id_", "Value": secret["arn"][-6:]}], **key)
        versions = {stage: version for version, stages in secret.get("versions", {}).items() for stage in stages}
        for stage in ["AWSPREVIOUS", "AWSCURRENT"]:
            if stage in versions:
                value = dict(secret.get("values", {}).get(versions[stage], {"SecretString": "a value for " + stage}))
                if "SecretBinary" in value:
                    value["SecretBinary"] = base64.b64decode(value["SecretBinary"])
                token = {"ClientRequestToken": versions[stage]} if len(versions[stage]) >= 32 else {}
                store.put_secret_value(SecretId=secret["name"], **token, **value)
        if "policy" in secret:
            store.put_resource_policy(SecretId=secret["name"], ResourcePolicy=json.dumps(secret["policy"]))
        if "deletedDate" in secret:
            store.delete_secret(SecretId=secret["name"], RecoveryWindowInDays=30)

    def bucket(self, bucket, objects):
        store = self.client("s3")
        store.create_bucket(Bucket=bucket)
        for key, body in objects.items():
            store.put_object(Bucket=bucket, Key=key, Body=body.encode())

    def repository(self, reference, images):
        """The emulators keep manifests, and no layers."""
        registry, name = reference.split("/", 1)
        store = self.client("ecr", registry.split(".")[3])
        store.create_repository(repositoryName=name)
        for image in images:
            config = json.dumps({"os": "linux", "architecture": "amd64", "config": {"Env": image["env"]}}).encode()
            manifest = {
                "schemaVersion": 2,
                "mediaType": "application/vnd.oci.image.manifest.v1+json",
                "config": {
                    "mediaType": "application/vnd.oci.image.config.v1+json",
                    "size": len(config),
                    "digest": "sha256:" + hashlib.sha256(config).hexdigest(),
                },
                "layers": [],
            }
            for tag in image["tags"]:
                store.put_image(repositoryName=name, imageManifest=json.dumps(manifest), imageTag=tag)

    def arn(self, resource):
        return "arn:aws:ecs:{region}:{account}:".format(**self.world) + resource

    def starter(self):
        return "arn:aws:iam::{account}:role/starter".format(**self.world)

    def readers(self):
        """A world that says nothing of roles means that they may read: an emulator has none that nobody has made."""
        reads = ["secretsmanager:GetSecretValue", "ssm:GetParameters", "kms:Decrypt"]
        document = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": reads, "Resource": "*"}]}
        named = [each["executionRoleArn"] for each in self.world["taskDefinitions"] if "executionRoleArn" in each]
        return {arn.split("/")[-1]: {"policies": {"read": document}} for arn in named}

    def role(self, name, role):
        iam = self.client("iam")
        trust = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}
        boundary = {"PermissionsBoundary": role["boundary"]} if "boundary" in role else {}
        iam.create_role(
            RoleName=name,
            AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
            **boundary,
        )
        for policy, document in role.get("policies", {}).items():
            iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(document))
        for policy in role.get("attached", []):
            iam.attach_role_policy(RoleName=name, PolicyArn=policy)

    def key(self, key):
        """The emulator makes the ids of keys itself: they are found by their aliases. Those of AWS are there, or cannot be made."""
        if key.get("manager") == "AWS":
            return
        store = self.client("kms", key["arn"].split(":")[3])
        made = store.create_key()["KeyMetadata"]["KeyId"]
        for alias in key.get("aliases", []):
            store.create_alias(AliasName=alias, TargetKeyId=made)
        if key.get("state") == "Disabled":
            store.disable_key(KeyId=made)
        if key.get("state") == "PendingDeletion":
            store.schedule_key_deletion(KeyId=made)

    def rule(self, rule):
        rules = self.client("events")
        rules.put_rule(Name=rule["name"], ScheduleExpression="rate(1 day)", State=rule.get("state", "ENABLED"))
        rules.put_targets(
            Rule=rule["name"],
            Targets=[
                {
                    "Id": str(number),
                    "Arn": self.arn("cluster/" + target["cluster"]),
                    "RoleArn": self.starter(),
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
            State=schedule.get("state", "ENABLED"),
            Target={
                "Arn": self.arn("cluster/" + schedule["cluster"]),
                "RoleArn": self.starter(),
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
