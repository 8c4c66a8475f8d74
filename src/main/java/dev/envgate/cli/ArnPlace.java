package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Arn;
import java.util.Optional;

/** Where something of ECS is that was named by its ARN: nothing else says it as surely, and what has no region of its own is looked for there too. */
final class ArnPlace {
    private static final String REGION = "[a-z]{2,5}(-[a-z]{2,12}){1,3}-\\d{1,2}";
    private static final String ACCOUNT = "\\d{12}";

    private ArnPlace() {}

    /** The settings with the region of an ARN, and with its account where none is meant; the same for a name. */
    static AwsSettings of(String nameOrArn, AwsSettings settings) {
        Optional<Arn> arn = Arn.parse(nameOrArn)
                .filter(each -> each.service().equals("ecs") && each.region().matches(REGION));
        return arn.map(each -> settings.account().isEmpty() && each.account().matches(ACCOUNT)
                        ? settings.withRegion(each.region()).withAccount(each.account())
                        : settings.withRegion(each.region()))
                .orElse(settings);
    }

    /** The account or the region that is meant, where an ARN is of another one. */
    static Optional<String> contradiction(String text, AwsSettings settings) {
        return Arn.parse(text)
                .flatMap(arn -> other(settings.account(), arn.account())
                        ? Optional.of(settings.account())
                        : other(settings.region(), arn.region()) ? Optional.of(settings.region()) : Optional.empty());
    }

    private static boolean other(String meant, String found) {
        return !meant.isEmpty() && !found.isEmpty() && !meant.equals(found);
    }
}
