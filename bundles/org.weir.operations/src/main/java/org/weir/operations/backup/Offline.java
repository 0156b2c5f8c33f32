package org.weir.operations.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.store.api.Archives;
import org.weir.store.api.Archives.Contents;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Archives.Target;

/**
 * What the launcher asks for while Weir does not run; then only this bundle and what it needs is started. A function
 * of words, and where to say what happens, to a code, so that the launcher, outside of all bundles, can call it.
 */
@Component(service = BiFunction.class, property = "weir.offline=true")
public final class Offline implements BiFunction<List<String>, PrintStream, Integer> {
    private final Archives archives;
    private final Place place;

    @Activate
    public Offline(BundleContext context, @Reference Archives archives) {
        this.archives = archives;
        this.place = Place.of(context);
    }

    @Override
    public Integer apply(List<String> words, PrintStream out) {
        List<String> arguments = words.subList(1, words.size());
        try {
            return switch (words.get(0)) {
                case "backup" ->
                    BackupCommand.run(
                            new Backups(archives, place.base().resolve("backup"), place.written(), Clock.systemUTC()),
                            arguments,
                            out);
                case "restore" -> restore(Path.of(arguments.get(0)), out);
                case "migrate" -> migrate(new Target(arguments.get(0), arguments.get(1), arguments.get(2)), out);
                default -> throw new IllegalArgumentException(words.get(0));
            };
        } catch (Refused e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println("It could not be done: " + e + ".");
        }
        return 1;
    }

    private int restore(Path file, PrintStream out) throws IOException, Refused {
        Contents contents = archives.restore(file, place.restored(), new Told(out));
        out.println("Restored and compared: " + Told.sentence(contents) + ", as of " + contents.writtenAt() + ".");
        return 0;
    }

    private int migrate(Target target, PrintStream out) throws IOException, Refused {
        Path folder = Files.createDirectories(place.data().resolve("tmp"));
        Path file = folder.resolve("migrate.zip");
        Files.deleteIfExists(file);
        try {
            out.println("Reading the present database.");
            archives.write(file, Map.of(), new Told(out));
            out.println("Writing the other one.");
            Contents contents = archives.restoreInto(target, file, new Told(out));
            out.println("Migrated and compared: " + Told.sentence(contents) + ".");
            return 0;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
