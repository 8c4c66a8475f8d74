package dev.envgate.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file whole or not at all: beside it first, then in its place. Who may read the one that was there may read the new one, and nobody else. */
record WholeFile(Path file) {
    /** {@code what} it is, as a message begins: "The report `x`". */
    void write(String text, String what) throws Misuse {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try {
                Files.createFile(beside);
                permit(beside);
                Files.writeString(beside, text, StandardOpenOption.TRUNCATE_EXISTING);
                keepPermissions(beside);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Misuse(
                    what + " could not be written: " + reason(e) + ".",
                    "choose a file in a directory that exists and may be written to.");
        }
    }

    /** A file that was there stays as readable and as executable as it was. */
    private void keepPermissions(Path beside) throws IOException {
        PosixFileAttributeView before = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (before != null && Files.isRegularFile(file)) {
            Files.setPosixFilePermissions(beside, before.readAttributes().permissions());
        }
    }

    /** What Windows has instead comes with the directory. */
    private void permit(Path beside) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (old != null && Files.exists(file)) {
            Files.setPosixFilePermissions(beside, old.readAttributes().permissions());
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its directory does not exist";
            case AccessDeniedException _ -> "the system does not allow it";
            case DirectoryNotEmptyException _ -> "it is a directory";
            default -> "the disk may be full or the directory read-only";
        };
    }
}
