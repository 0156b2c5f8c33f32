package org.weir.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Tells {@code bin/weir} how far the start is: one line, {@code starting}, {@code ready URL}, {@code failed WHY}, {@code stopping}. */
final class StateFile {
    private final Path file;

    StateFile(Path data) {
        this.file = data.resolve("state");
    }

    void say(String line) throws IOException {
        Path next = file.resolveSibling("state.new");
        Files.writeString(next, line + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String read() throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }
}
