package dev.envgate.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds where two lines of history meet. Commits are visited from the newest on, and each hands on to its parents from which side it was
 * reached; what lies before a meeting point is stale, and the search ends when nothing else is left. A clock that goes wrong makes
 * it visit a commit again, not stop early.
 */
final class History {
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int BOTH = LEFT | RIGHT;
    private static final int STALE = 4;
    private static final int MOST_VISITS = 2_000_000;

    private final Commits commits;
    private final Map<String, Integer> marks = new HashMap<>();
    private final PriorityQueue<Commit> queue =
            new PriorityQueue<>(Comparator.comparingLong(Commit::time).reversed());
    private final Set<Commit> met = new LinkedHashSet<>();

    /** Reads a commit by its id. */
    @FunctionalInterface
    interface Commits {
        Commit of(String id) throws GitException, IOException;
    }

    History(Commits commits) {
        this.commits = commits;
    }

    /** The commits that both come from and that no other such commit comes after, the newest first; none when they share nothing. */
    List<Commit> common(Commit left, Commit right) throws GitException, IOException {
        mark(left, LEFT);
        mark(right, RIGHT);
        for (int i = 0; i < MOST_VISITS && queue.stream().anyMatch(each -> !stale(each)); i++) {
            visit(queue.remove());
        }
        List<Commit> found =
                new ArrayList<>(met.stream().filter(each -> !stale(each)).toList());
        found.sort(Comparator.comparingLong(Commit::time).reversed());
        return found;
    }

    private void visit(Commit commit) throws GitException, IOException {
        int mine = marks.getOrDefault(commit.id(), 0);
        boolean meeting = (mine & BOTH) == BOTH;
        if (meeting) {
            met.add(commit);
        }
        for (String parent : commit.parents()) {
            mark(commits.of(parent), meeting ? mine | STALE : mine);
        }
    }

    /** A commit that learns nothing new is not visited again. */
    private void mark(Commit commit, int marked) {
        int before = marks.getOrDefault(commit.id(), 0);
        if ((before | marked) != before) {
            marks.put(commit.id(), before | marked);
            queue.add(commit);
        }
    }

    private boolean stale(Commit commit) {
        return (marks.getOrDefault(commit.id(), 0) & STALE) != 0;
    }
}
