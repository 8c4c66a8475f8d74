package dev.envgate.aws;

import dev.envgate.ledger.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and ARNs of ECS, either of which may be given. */
final class Names {
    private Names() {}

    /** {@code web} of {@code arn:aws:ecs:us-east-1:123456789012:service/shop/web}, and of {@code web}. */
    static String last(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    /** The region that an ARN says; otherwise the one given. */
    static String region(String nameOrArn, String otherwise) {
        return Arn.parse(nameOrArn).map(Arn::region).orElse(otherwise);
    }

    /** The cluster's ARN by the ARN of a service in it; empty when the name is none, or one of the old form without a cluster. */
    static String clusterOfService(String nameOrArn) {
        return Arn.parse(nameOrArn)
                .filter(arn -> arn.resource().matches("service/[^/]+/[^/]+"))
                .map(arn -> new Arn(
                                arn.partition(),
                                arn.service(),
                                arn.region(),
                                arn.account(),
                                "cluster/" + arn.resource().split("/", -1)[1])
                        .toString())
                .orElse("");
    }

    /** Another task definition where that of an ARN is: in its region and account. */
    static String sibling(String arn, String nameOrRevision) {
        return Arn.parse(arn)
                .map(each -> new Arn(
                                each.partition(),
                                each.service(),
                                each.region(),
                                each.account(),
                                "task-definition/" + nameOrRevision)
                        .toString())
                .orElse(nameOrRevision);
    }

    /** The cluster's ARN by the ARN of a task in it; {@code default} where the ARN is one of the old form without a cluster. */
    static String clusterOfTask(String arn) {
        return Arn.parse(arn)
                .filter(each -> each.resource().matches("task/[^/]+/[^/]+"))
                .map(each -> new Arn(
                                each.partition(),
                                each.service(),
                                each.region(),
                                each.account(),
                                "cluster/" + each.resource().split("/", -1)[1])
                        .toString())
                .orElse("default");
    }

    static String account(String arn) {
        return Arn.parse(arn).map(Arn::account).orElse("");
    }

    /** What the SDK gives as null is empty. */
    static String text(@Nullable String maybe) {
        return Optional.ofNullable(maybe).orElse("");
    }

    /** The partition of a region. */
    static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
