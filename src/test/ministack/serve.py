"""Starts MiniStack so that the ARNs of a world hold: the six characters at the end of a secret's ARN are random at AWS and in MiniStack,
and here they are taken from the tag `_custom_id_`, as moto does by itself.
"""

from ministack.app import main
from ministack.services import secretsmanager

stored_as_written = secretsmanager._store_new_secret


def store_new_secret(name, *arguments, **options):
    arn, version = stored_as_written(name, *arguments, **options)
    for tag in options.get("tags") or []:
        if tag["Key"] == "_custom_id_":
            arn = arn[:-6] + tag["Value"]
            secretsmanager._secrets[name]["ARN"] = arn
    return arn, version


secretsmanager._store_new_secret = store_new_secret

if __name__ == "__main__":
    main()
