package dev.envgate.cli;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Header;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The journal of a run while it is being written: a unit that is finished is on the disk before the next one of its thread is begun. */
final class JournalFile implements AutoCloseable {
    private final String shown;
    private final FileChannel channel;
    private final Header header;
    private final List<Entry> entries;

    private JournalFile(String shown, FileChannel channel, Header header, List<Entry> entries) {
        this.shown = shown;
        this.channel = channel;
        this.header = header;
        this.entries = new ArrayList<>(entries);
    }

    /** A new one; a file that is there already is somebody's work. */
    static JournalFile begin(Path file, String shown, Header header) throws Misuse {
        try {
            FileChannel channel = open(file, shown);
            if (channel.size() > 0) {
                channel.close();
                throw new Misuse(
                        "The journal `%s` is there already.".formatted(shown),
                        "go on with it with `--resume`, or take it away.");
            }
            JournalFile journal = new JournalFile(shown, channel, header, List.of());
            journal.append(Journal.line(header));
            return journal;
        } catch (IOException e) {
            throw unwritable(shown);
        }
    }

    /** Goes on with one: the beginning of a line at its end is taken away, and was never counted. */
    static JournalFile resume(Path file, String shown, Header header, Journal journal) throws Misuse {
        try {
            FileChannel channel = open(file, shown);
            channel.truncate(journal.length());
            channel.position(journal.length());
            return new JournalFile(shown, channel, header, journal.entries());
        } catch (IOException e) {
            throw unwritable(shown);
        }
    }

    /** Begins anew where nothing but a part of the same first line is there. */
    static JournalFile again(Path file, String shown, Header header) throws Misuse {
        try {
            byte[] there = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            byte[] line = Journal.line(header).getBytes(StandardCharsets.UTF_8);
            if (there.length > line.length || !Arrays.equals(there, Arrays.copyOf(line, there.length))) {
                throw refused(Journal.other(shown));
            }
            try (FileChannel channel = open(file, shown)) {
                channel.truncate(0);
            }
            return begin(file, shown, header);
        } catch (IOException e) {
            throw unwritable(shown);
        }
    }

    /** What is there; nothing finished where there is no file. */
    static Journal.Read read(Path file, String shown) throws Misuse {
        try {
            return Files.exists(file) ? Journal.read(shown, Files.readAllBytes(file)) : new Journal.Read.Begun();
        } catch (IOException e) {
            throw new Misuse(
                    "The journal `%s` cannot be read.".formatted(shown),
                    "name the file that was given to `envgate fleet check` with `--journal`.");
        } catch (Refusal e) {
            throw refused(e);
        }
    }

    static Misuse refused(Refusal refusal) {
        return new Misuse(refusal.sentence(), refusal.hint());
    }

    private static FileChannel open(Path file, String shown) throws IOException, Misuse {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new Misuse(
                    "Another run writes the journal `%s`.".formatted(shown), "wait for it, or name another file.");
        }
    }

    private static Misuse unwritable(String shown) {
        return new Misuse(
                "The journal `%s` could not be written.".formatted(shown),
                "choose a file in a directory that exists and may be written to.");
    }

    /** Writes down that a unit is finished. */
    synchronized void finish(Entry entry) throws IOException {
        append(Journal.line(entry));
        entries.add(entry);
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** All of it. */
    synchronized Journal journal() {
        return new Journal(shown, header, entries, 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
