package dev.envgate.repair;

import dev.envgate.text.SourceFile;
import java.util.List;

/** Gives a repair the texts that it needs beside the one of the finding. */
public interface Sources {
    /** The Terraform files of the directory that a file lies in, the file itself included. */
    List<SourceFile> module(SourceFile file);

    /** The Terraform files of a directory under the name that it is shown by; none when it cannot be listed. */
    List<SourceFile> directory(String shown);

    /** A file under the name that it is shown by; none when it cannot be read. */
    List<SourceFile> file(String shown);
}
