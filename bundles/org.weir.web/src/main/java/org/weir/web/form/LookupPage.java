package org.weir.web.form;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.weir.base.api.ProblemException;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Services;

/** {@code /lookup/TYPE?q=}: what can be chosen for a reference, a country or a language. */
public final class LookupPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST = 20;
    private static final List<String> LANGUAGES = List.of(
            "en", "zh", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "ar", "tr", "fa", "hi", "id", "ja", "ko",
            "ms", "sw", "th", "vi", "cs", "da", "el", "fi", "he", "hu", "no", "ro", "sv", "bn", "ur", "am", "af");

    /** @param detail tells equal titles apart */
    public record Choice(String value, String label, String detail) {}

    private final Services services;

    public LookupPage(Services services) {
        this.services = services;
    }

    @Override
    public String path() {
        return "/lookup/{type}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        String q = Objects.requireNonNullElse(visit.param("q"), "").strip();
        String text = q.length() > 100 ? q.substring(0, 100) : q;
        return new Reply.Fragment(TEMPLATES.formLookup(visit, choices(visit, text)));
    }

    private List<Choice> choices(Visit visit, String text) {
        String type = visit.path("type");
        return switch (type) {
            case "country" ->
                named(visit, text, services.formats().countries().stream(), it -> new Locale.Builder()
                        .setRegion(it)
                        .build()
                        .getDisplayCountry(visit.locale()));
            case "language" ->
                named(visit, text, LANGUAGES.stream(), it -> Locale.forLanguageTag(it)
                        .getDisplayLanguage(visit.locale()));
            case "user", "team" -> records(visit, type, text);
            default -> {
                RecordType known = services.types().get(type);
                if (!visit.actor().may(known.permission("read"))) {
                    throw ProblemException.forbidden(known.permission("read"));
                }
                yield records(visit, type, text);
            }
        };
    }

    private List<Choice> records(Visit visit, String type, String text) {
        return services.records().lookup(visit.actor(), type, text, MOST).stream()
                .map(it -> new Choice(it.id().toString(), it.title(), it.detail()))
                .toList();
    }

    private static List<Choice> named(
            Visit visit, String text, Stream<String> codes, java.util.function.UnaryOperator<String> name) {
        String wanted = text.toLowerCase(visit.locale());
        Collator order = Collator.getInstance(visit.locale());
        return codes.map(it -> new Choice(it, name.apply(it), it))
                .filter(it -> it.label().toLowerCase(visit.locale()).contains(wanted)
                        || it.value().equalsIgnoreCase(text))
                .sorted(Comparator.comparing((Choice it) ->
                                !it.label().toLowerCase(visit.locale()).startsWith(wanted))
                        .thenComparing(Choice::label, order))
                .limit(MOST)
                .toList();
    }
}
