package org.weir.operations.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.operations.backup.Backups.Taken;
import org.weir.operations.control.Command;
import org.weir.store.api.Archives.Refused;

/** {@code weir backup [FILE]} of a running Weir. */
@Component(service = Command.class)
public final class BackupCommand implements Command {
    private final BackupComponent backups;

    @Activate
    public BackupCommand(@Reference BackupComponent backups) {
        this.backups = backups;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments, BufferedReader in, PrintStream out) {
        return run(backups.backups(), arguments, out);
    }

    static int run(Backups backups, List<String> arguments, PrintStream out) {
        try {
            Told told = new Told(out);
            Taken taken = arguments.isEmpty() ? backups.take(told) : backups.take(Path.of(arguments.get(0)), told);
            out.println("Written: " + taken.file() + " (" + Told.sentence(taken.contents()) + ").");
            return 0;
        } catch (Refused e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("The backup could not be written: " + e + ".");
            return 1;
        }
    }
}
