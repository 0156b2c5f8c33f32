package org.weir.solution.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.solution.jte.StaticTemplates;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** Takes a .uvl file; what is wrong in it is said with its line. */
@Component
public final class LoadPage implements Page {
    private static final int LONGEST = 8_000_000;

    private final LoadModel load;

    @Activate
    public LoadPage(@Reference LoadModel load) {
        this.load = load;
    }

    /** @param line of the file that is wrong */
    public record Form(String name, String edition, String currency, String error, String fileError, String line) {}

    @Override
    public String path() {
        return "/product-models/load";
    }

    @Override
    public String permission() {
        return "product-model:load-uvl";
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, new Form("", "", "USD", "", "", ""));
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        String source = read(visit);
        String name = text(visit, "name");
        String currency = text(visit, "currency").toUpperCase(Locale.ROOT);
        String edition = text(visit, "edition");
        try {
            if (!currency.matches("[A-Z]{3}")) {
                throw ProblemException.invalid("currency", Text.of("model.currency"));
            }
            Row row = load.create(visit.actor(), name, edition.isEmpty() ? null : edition, currency, source);
            return new Reply.Redirect(
                    "/r/product-model/" + row.id(),
                    Text.of("model.loaded", row.values().getOrDefault("features", 0)));
        } catch (ProblemException e) {
            visit.status(e.status());
            Optional<ProblemException.At> file = e.fields().stream()
                    .filter(it -> it.field().equals("source"))
                    .findFirst();
            String why = e.fields().isEmpty()
                    ? visit.t(e.text())
                    : visit.t(e.fields().get(0).text());
            return show(visit, new Form(name, edition, currency, why, file.isPresent() ? why : "", line(source, file)));
        }
    }

    private static String line(String source, Optional<ProblemException.At> at) {
        List<Object> args = at.map(it -> it.text().args()).orElse(List.of());
        if (!args.isEmpty() && args.get(0) instanceof Integer line) {
            String[] lines = source.split("\n", -1);
            return line >= 1 && line <= lines.length ? line + "  " + lines[line - 1] : "";
        }
        return "";
    }

    private static String read(Visit visit) throws IOException {
        Visit.@Nullable Upload upload = visit.upload("file");
        if (upload == null) {
            return "";
        }
        try (InputStream in = upload.open()) {
            return new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8);
        }
    }

    private static String text(Visit visit, String name) {
        String value = visit.param(name);
        return value == null ? "" : value.strip();
    }

    private static Reply show(Visit visit, Form form) {
        return new Reply.Show(
                Text.of("model.load"),
                List.of(new Reply.Crumb(Text.of("record.product-model.many"), "/r/product-model")),
                new StaticTemplates().modelLoad(visit, form));
    }
}
