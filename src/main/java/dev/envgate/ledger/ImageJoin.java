package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * Gives rows the settings that the image of the running container sets by {@code ENV}. Only what Terraform gives to nobody is looked for
 * there: what it gives has to arrive, whatever the image says. A secret in an image is there to build with, and is none to run with.
 */
record ImageJoin(ImageEnv image, Place place) {
    static ImageJoin of(Pair pair) {
        return pair.deployed() instanceof Side.Has has
                ? new ImageJoin(has.container().image(), has.container().place())
                : new ImageJoin(new ImageEnv.NotAsked(), new Place.Nowhere());
    }

    Row fill(Row row) {
        return wanted(row)
                ? switch (image) {
                    case ImageEnv.Read read -> fill(row, read);
                    case ImageEnv.NotSeen notSeen -> unknown(row, notSeen.why());
                    case ImageEnv.NotAsked _ -> row;
                }
                : row;
    }

    private static boolean wanted(Row row) {
        return row.kind() == Kind.SETTING
                && row.configured() instanceof Presence.Absent
                && row.deployedEntries().isEmpty();
    }

    private Row fill(Row row, ImageEnv.Read read) {
        if (read.names().contains(row.name())) {
            Presence given = new Presence.Present(place);
            return row.with(given, List.of(new Entry(row.name(), new Given.FromImage(read.image()), given, List.of())));
        }
        return read.unsure().contains(row.name()) ? unknown(row, read.doubt()) : row;
    }

    private Row unknown(Row row, String why) {
        return row.deployed() instanceof Presence.Absent
                ? row.with(new Presence.Unknown(Words.half(why), place), List.of())
                : row;
    }

    /** What is not known of a row because of the image of its running container. */
    static Stream<NotVerified> unverified(ContainerDefinition container, Row row) {
        return wanted(row) && row.deployed() instanceof Presence.Unknown(String why, Place _)
                ? unverified(container.image(), row.name(), why).stream()
                : Stream.of();
    }

    private static List<NotVerified> unverified(ImageEnv image, Name name, String because) {
        return switch (image) {
            case ImageEnv.Read(String _, List<Name> _, List<Name> _, String doubt) ->
                because.equals(doubt)
                        ? List.of(new NotVerified(
                                Station.DEPLOYED, name.text(), Words.sentence(doubt), "", NotVerified.Cause.UNDECIDED))
                        : List.of();
            case ImageEnv.NotSeen(String unread, String why, String hint, NotVerified.Cause cause) ->
                because.equals(Words.half(why))
                        ? List.of(new NotVerified(Station.DEPLOYED, "the image " + unread, why, hint, cause))
                        : List.of();
            case ImageEnv.NotAsked _ -> List.of();
        };
    }
}
