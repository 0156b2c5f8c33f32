package org.weir.solution.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.Texts;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.quote.Offer;
import org.weir.solution.quote.Offers;

/** Writes a quote as a document, in the quote's language. Costs never stand in it. */
public final class WriteQuote {
    private final Records records;
    private final Directory directory;
    private final Access access;
    private final Texts texts;
    private final Offers offers;

    public WriteQuote(Records records, Directory directory, Access access, Texts texts, Offers offers) {
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.texts = texts;
        this.offers = offers;
    }

    /** {@code Q-2026-000123.pdf} */
    public static String fileName(Row quote) {
        return String.valueOf(quote.get("number")).replaceAll("[^\\p{L}\\p{N}.-]+", "-") + ".pdf";
    }

    /** English or Chinese; other languages fall back to English. */
    public static Locale language(Row quote) {
        String tag = quote.text("language");
        return tag != null && tag.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    public void write(Row quote, OutputStream out) throws IOException {
        new SetOffer(paper(quote)).write(out);
    }

    private OfferPaper paper(Row quote) {
        Locale language = language(quote);
        Offer offer = offers.of(quote);
        return new OfferPaper(
                company(),
                texts.text(language, "quote.pdf.kind"),
                String.valueOf(quote.get("number")),
                String.valueOf(quote.get("subject")),
                to(quote, language),
                facts(quote, offer, language),
                List.of(
                                "",
                                "quote.pdf.what",
                                "quote.pdf.per-site",
                                "quote.pdf.sites",
                                "quote.pdf.pieces",
                                "quote.pdf.unit-price",
                                "quote.pdf.discount",
                                "quote.pdf.amount")
                        .stream()
                        .map(it -> it.isEmpty() ? it : texts.text(language, it))
                        .toList(),
                groups(offer, language),
                totals(offer, language),
                texts.text(language, "record.quote.terms"),
                Objects.requireNonNullElse(quote.text("terms"), ""),
                texts.text(language, "quote.pdf.page", "{0}", "{1}"));
    }

    /** The name of the topmost team: it stands for the house. */
    private String company() {
        return directory.teams().stream()
                .filter(it -> it.parent() == null)
                .map(Directory.Team::name)
                .findFirst()
                .orElse("");
    }

    private List<String> to(Row quote, Locale language) {
        List<String> to = new ArrayList<>();
        records.find(access.system(), "account", Objects.requireNonNull(quote.ref("account")))
                .ifPresent(it -> {
                    String local = it.text("nameLocal");
                    boolean chinese = language.equals(Locale.SIMPLIFIED_CHINESE);
                    to.add(chinese && local != null ? local : String.valueOf(it.get("name")));
                    if (it.text("city") != null) {
                        to.add(Objects.requireNonNull(it.text("city")));
                    }
                });
        UUID contact = quote.ref("contact");
        if (contact != null) {
            to.addAll(
                    records.titles(access.system(), "person", List.of(contact)).values());
        }
        return to;
    }

    private List<List<String>> facts(Row quote, Offer offer, Locale language) {
        List<List<String>> facts = new ArrayList<>();
        Object sent = quote.get("sentOn");
        facts.add(List.of(
                texts.text(language, "quote.pdf.date"),
                sent instanceof LocalDate on ? date(on, language) : texts.text(language, "quote.pdf.draft")));
        if (quote.get("validUntil") instanceof LocalDate until) {
            facts.add(List.of(texts.text(language, "record.quote.validUntil"), date(until, language)));
        }
        facts.add(List.of(
                texts.text(language, "record.quote.edition"),
                String.valueOf(Objects.requireNonNullElse(quote.get("edition"), 1))));
        facts.add(List.of(texts.text(language, "record.quote.currency"), offer.currency()));
        UUID owner = quote.ref("owner");
        if (owner != null) {
            directory
                    .people(Set.of(owner))
                    .values()
                    .forEach(it -> facts.add(List.of(texts.text(language, "quote.pdf.contact"), it.name())));
        }
        return facts;
    }

    private static String date(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.equals(Locale.ENGLISH) ? Locale.UK : language)
                .format(day);
    }

    private List<OfferPaper.Group> groups(Offer offer, Locale language) {
        Map<String, List<Offer.Line>> byType = new LinkedHashMap<>();
        offer.lines().forEach(it -> byType.computeIfAbsent(it.siteType(), key -> new ArrayList<>())
                .add(it));
        boolean typed = byType.size() > 1 || !byType.containsKey("");
        List<OfferPaper.Group> groups = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, List<Offer.Line>> type : byType.entrySet()) {
            List<List<String>> lines = new ArrayList<>();
            BigDecimal subtotal = BigDecimal.ZERO;
            long sites = 0;
            for (Offer.Line line : type.getValue()) {
                lines.add(line(++place, line, offer, language));
                subtotal = subtotal.add(line.total());
                sites = Math.max(sites, line.sites());
            }
            String name = type.getKey().isEmpty()
                    ? texts.text(language, "quote.pdf.other")
                    : texts.text(language, "quote.pdf.type", type.getKey(), sites);
            groups.add(new OfferPaper.Group(
                    typed ? name : "",
                    lines,
                    texts.text(language, "quote.pdf.subtotal"),
                    typed ? money(subtotal, offer, language) : ""));
        }
        return groups;
    }

    private static List<String> line(int place, Offer.Line line, Offer offer, Locale language) {
        return List.of(
                String.valueOf(place),
                line.label(),
                whole(line.quantity(), language),
                whole(line.sites(), language),
                whole(line.pieces(), language),
                money(line.unitPrice(), offer, language),
                line.discount().signum() == 0 ? "" : percent(line.discount()),
                money(line.total(), offer, language));
    }

    private List<List<String>> totals(Offer offer, Locale language) {
        List<List<String>> totals = new ArrayList<>();
        if (offer.discount().signum() != 0) {
            totals.add(List.of(texts.text(language, "quote.pdf.sum"), money(offer.subtotal(), offer, language)));
            totals.add(List.of(
                    texts.text(language, "quote.pdf.less", percent(offer.discount())),
                    "−" + money(offer.reduction(), offer, language)));
        }
        totals.add(List.of(
                texts.text(language, "record.quote.total"),
                offer.currency() + " " + money(offer.total(), offer, language)));
        return totals;
    }

    private static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static String whole(long number, Locale language) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    private static String money(BigDecimal amount, Offer offer, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        int digits = Currency.getInstance(offer.currency()).getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(
                Math.max(digits, amount.stripTrailingZeros().scale()));
        return format.format(amount);
    }
}
