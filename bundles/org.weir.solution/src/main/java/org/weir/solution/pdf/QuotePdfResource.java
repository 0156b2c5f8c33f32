package org.weir.solution.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Resource;
import org.weir.solution.quote.Offers;
import org.weir.store.api.Database;

/** The document of a quote for API clients: its name, and its bytes in Base64. */
@Component
public final class QuotePdfResource implements Resource {
    private final Records records;
    private final WriteQuote writer;

    @Activate
    public QuotePdfResource(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Directory directory,
            @Reference Access access,
            @Reference Texts texts) {
        this.records = records;
        this.writer = new WriteQuote(records, directory, access, texts, new Offers(database));
    }

    @Override
    public String path() {
        return "/quotes/{id}/pdf";
    }

    @Override
    public String name() {
        return "readQuotePdf";
    }

    @Override
    public Text summary() {
        return Text.of("quote.pdf.summary");
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Row quote = records.read(ask.actor(), "quote", ask.pathId("id"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(quote, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "name",
                WriteQuote.fileName(quote),
                "contentType",
                "application/pdf",
                "base64",
                Base64.getEncoder().encodeToString(out.toByteArray()));
    }
}
