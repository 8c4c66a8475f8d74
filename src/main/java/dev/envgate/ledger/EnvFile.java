package dev.envgate.ledger;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What an environment file gives a container; never a value. */
public sealed interface EnvFile {
    /**
     * It was read.
     *
     * @param names in the order they stand; the first line of a name counts
     * @param oddities lines that ECS reads otherwise than they look
     * @param changed when the object got what is in it
     */
    record Read(List<Name> names, List<Oddity> oddities, Changed changed) implements EnvFile {
        public Read {
            names = List.copyOf(names);
            oddities = List.copyOf(oddities);
        }

        /** The same without oddities that are told elsewhere, in whichever line. */
        Read without(List<Oddity> told) {
            return new Read(
                    names,
                    oddities.stream()
                            .filter(each -> told.stream().noneMatch(each::same))
                            .toList(),
                    changed);
        }
    }

    /**
     * Terraform puts it there, and what is in it is known from the files.
     *
     * @param block the address of the block that makes the object
     * @param text where it is written: a whole file where that is what Terraform takes as it is
     * @param read its values are not part of it; when it gets into S3 is up to whoever applies
     * @param gaps why it may give more names
     */
    record Written(String block, Place text, Read read, List<Gap> gaps) implements EnvFile {
        public Written {
            gaps = List.copyOf(gaps);
        }

        /** Where a line of it stands, counted from 1. */
        public Place line(int number) {
            return text instanceof Place.InFile(Span span)
                            && whole(span)
                            && number <= span.file().lines()
                    ? new Place.InFile(EnvFileLine.name(span.file(), number))
                    : text;
        }

        /** Where it gives a name first. */
        Place of(Name name) {
            return text instanceof Place.InFile(Span span) && whole(span)
                    ? IntStream.rangeClosed(1, span.file().lines())
                            .filter(number -> span.file().lineText(number).startsWith(name.text() + "="))
                            .mapToObj(this::line)
                            .findFirst()
                            .orElse(text)
                    : text;
        }

        private static boolean whole(Span span) {
            return span.equals(span.file().all());
        }
    }

    /** There is no such object, or no such bucket; {@code what} says which, at the beginning of a sentence. */
    record Missing(String what) implements EnvFile {}

    /** Could not be read; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements EnvFile {}

    /** Nobody asked. */
    record NotAsked(String why) implements EnvFile {}

    /**
     * A line that ECS reads otherwise than it looks.
     *
     * @param line counted from 1
     * @param name the name that it is about; empty when it has none
     * @param lost whether the container gets no variable of that name
     * @param why what ECS makes of it, a clause that can follow "line 3"
     */
    record Oddity(int line, String name, boolean lost, String why) {
        private boolean same(Oddity other) {
            return name.equals(other.name) && why.equals(other.why);
        }
    }

    /**
     * Reads a file as the ECS agent does: a line whose very first character is {@code #} is a comment, the first {@code =} splits, a line
     * without one is skipped, and nothing is trimmed, unquoted or expanded.
     */
    static EnvFile.Read parse(String text, Changed changed) {
        Set<Name> names = new LinkedHashSet<>();
        List<Oddity> oddities = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            int sign = line.indexOf('=');
            if (!line.startsWith("#")) {
                if (sign > 0 && plain(line.substring(0, sign))) {
                    names.add(new Name(line.substring(0, sign)));
                }
                EnvFileLine.oddity(number, line).ifPresent(oddities::add);
            }
        }
        return new Read(List.copyOf(names), oddities, changed);
    }

    /** A name with a blank or a byte order mark in it is none that anybody looks for: the oddity of its line tells of it. */
    private static boolean plain(String name) {
        return name.chars().noneMatch(c -> Character.isWhitespace(c) || c == '\uFEFF');
    }
}
