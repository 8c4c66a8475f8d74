package dev.envgate.cli;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found out about the live side: from AWS, from a file, or not at all.
 *
 * @param caller the ARN of whoever asked; empty when nobody did or it is not known
 */
record Live(Deployment deployment, Stores stores, Identity identity, String caller, List<NotVerified> notVerified) {
    Live {
        notVerified = List.copyOf(notVerified);
    }

    /** Nothing was asked of AWS; {@code why} is a sentence. */
    static Live notAsked(Deployment deployment, String why) {
        return new Live(deployment, _ -> new Stored.NotAsked(why), Identity.NONE, "", List.of());
    }

    /** The same where values were to be read, which only AWS has. */
    Live shallow(String why) {
        return without(new NotVerified(
                Station.STORED,
                "the values of secrets and parameters",
                "`--deep` reads them, and " + why + ".",
                "leave `--deep` out, or ask AWS.",
                NotVerified.Cause.NOT_ASKED));
    }

    /** The same where it was to be looked at what images set, which only AWS knows. */
    Live withoutImages(String why) {
        return without(new NotVerified(
                Station.DEPLOYED,
                "what the images of the containers set",
                "`--image-env` looks at it, and " + why + ".",
                "leave `--image-env` out, or ask AWS.",
                NotVerified.Cause.NOT_ASKED));
    }

    private Live without(NotVerified more) {
        return new Live(
                deployment,
                stores,
                identity,
                caller,
                Stream.concat(Stream.of(more), notVerified.stream()).toList());
    }
}
