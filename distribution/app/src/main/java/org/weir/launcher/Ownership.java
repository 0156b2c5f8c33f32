package org.weir.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a data folder for this process, as long as it lives, and says in {@code data/pid} which process that is. */
final class Ownership {
    /** Held open: the operating system takes the lock back when the process ends, however it ends. */
    private final FileChannel channel;

    private final FileLock lock;

    private Ownership(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Ownership of(Path data) throws CannotStart {
        Path pid = data.resolve("pid");
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                String owner =
                        Files.exists(pid) ? " (process " + Files.readString(pid).strip() + ")" : "";
                throw new CannotStart("Weir is already running with the data in " + data.getParent() + owner + ".");
            }
            Files.writeString(pid, Long.toString(ProcessHandle.current().pid()));
            return new Ownership(channel, lock);
        } catch (IOException e) {
            throw new CannotStart("The folder " + data + " cannot be used: " + e.getMessage() + ".");
        }
    }

    /** Whether a process holds this folder; a process that has ended never does, whatever {@code data/pid} says. */
    static boolean held(Path data) throws IOException {
        Path file = data.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    void release(Path data) throws IOException {
        Files.deleteIfExists(data.resolve("pid"));
        lock.release();
        channel.close();
    }
}
