"""Changes something in an emulator behind Terraform's back: what somebody does at the console.

    python call.py http://127.0.0.1:5000 secretsmanager put_secret_value '{"SecretId": "db", "SecretString": "x"}'
    python call.py http://127.0.0.1:5000 deploy-copy SERVICE '{"secrets": ["DB_PASSWORD"], "environment": {"DB_PASSWORD": "x"}}'
    python call.py http://127.0.0.1:5000 go-back SERVICE 3

The second lets a service run a new revision, a copy of the one that it runs without some secrets and with some more in `environment`. The
third lets it run an older one again, and deregisters those that came after it.
"""

import json
import sys

import boto3


def client(service):
    return boto3.client(
        service,
        endpoint_url=sys.argv[1],
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


def cluster(service):
    """The family of the test's only service is named like it, and its cluster is named for the environment."""
    return service.removesuffix("-web")


def deploy_copy(name, edit):
    ecs = client("ecs")
    running = ecs.describe_services(cluster=cluster(name), services=[name])["services"][0]["taskDefinition"]
    copy = ecs.describe_task_definition(taskDefinition=running)["taskDefinition"]
    container = copy["containerDefinitions"][0]
    container["environment"] += [{"name": key, "value": value} for key, value in edit.get("environment", {}).items()]
    container["secrets"] = [each for each in container["secrets"] if each["name"] not in edit.get("secrets", [])]
    made = ecs.register_task_definition(
        **{
            field: copy[field]
            for field in (
                "family",
                "executionRoleArn",
                "networkMode",
                "requiresCompatibilities",
                "cpu",
                "memory",
                "containerDefinitions",
            )
        }
    )["taskDefinition"]
    ecs.update_service(cluster=cluster(name), service=name, taskDefinition=made["taskDefinitionArn"])


def go_back(name, revision):
    ecs = client("ecs")
    ecs.update_service(cluster=cluster(name), service=name, taskDefinition="%s:%d" % (name, revision))
    newest = ecs.describe_task_definition(taskDefinition=name)["taskDefinition"]["revision"]
    for later in range(revision + 1, newest + 1):
        ecs.deregister_task_definition(taskDefinition="%s:%d" % (name, later))


def main():
    if sys.argv[2] == "deploy-copy":
        deploy_copy(sys.argv[3], json.loads(sys.argv[4]))
    elif sys.argv[2] == "go-back":
        go_back(sys.argv[3], int(sys.argv[4]))
    else:
        getattr(client(sys.argv[2]), sys.argv[3])(**json.loads(sys.argv[4]))


if __name__ == "__main__":
    main()
