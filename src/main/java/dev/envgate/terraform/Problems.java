package dev.envgate.terraform;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the input, each thing once. */
final class Problems {
    private static final String UNREADABLE =
            "Terraform would read this file too: mend it, or take it out of the directory.";

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Span span, String message, String hint) {
        found.add(new Problem(span, message, hint));
    }

    void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    void unreadable(String path, String why) {
        found.add(unreadableFile(path, why));
    }

    /** A file that Terraform would read and that cannot be read. */
    static Problem unreadableFile(String path, String why) {
        return new Problem(SourceFile.unread(path).all(), "`%s` cannot be read: %s.".formatted(path, why), UNREADABLE);
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
