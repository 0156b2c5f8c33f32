package org.weir.solution.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.Texts;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.quote.Offers;
import org.weir.store.api.Database;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The document of a quote, to save. */
@Component
public final class QuotePdfPage implements Page {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Records records;
    private final WriteQuote writer;
    private final Path folder;

    @Activate
    public QuotePdfPage(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Texts texts)
            throws IOException {
        this.records = records;
        this.writer = new WriteQuote(records, directory, access, texts, new Offers(database));
        this.folder = Files.createTempDirectory("weir-quotes-");
    }

    @Deactivate
    void leave() throws IOException {
        sweep(Instant.MAX);
        Files.deleteIfExists(folder);
    }

    /** Files are sent after the page has answered, so they go a while later. */
    private void sweep(Instant before) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public String path() {
        return "/quotes/{id}/pdf";
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public Reply get(Visit visit) throws IOException {
        Row quote = records.read(visit.actor(), "quote", visit.pathId("id"));
        sweep(Instant.now().minus(KEPT));
        Path file = Files.createTempFile(folder, "quote-", ".pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(quote, out);
        }
        return new Reply.Download(file, WriteQuote.fileName(quote), "application/pdf");
    }
}
