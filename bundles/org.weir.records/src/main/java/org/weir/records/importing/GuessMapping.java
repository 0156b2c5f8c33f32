package org.weir.records.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Texts;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Formats;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.RecordType;
import org.weir.records.sheet.SheetRow;

/**
 * Guesses which columns fill which fields: by the field's name, its label in any language, its declared other names, and
 * by what the cells look like. Of several columns that fit a field, the one whose cells can be read best is taken; a list
 * takes all.
 */
final class GuessMapping {
    private static final double CLEAR = 0.95;

    private final Texts texts;
    private final Formats formats;
    private final Function<Actor, String> currencies;

    /** @param currencies the currency where somebody works, empty when unknown */
    GuessMapping(Texts texts, Formats formats, Function<Actor, String> currencies) {
        this.texts = texts;
        this.formats = formats;
        this.currencies = currencies;
    }

    /** @param sample some rows from the beginning of the file */
    Mapping guess(Actor actor, RecordType type, List<String> heads, List<SheetRow> sample) {
        return new Guess(actor, type, heads.stream().map(GuessMapping::bare).toList(), sample).mapping();
    }

    /** The same for the same heads, whatever their case, order kept. */
    static String signature(List<String> heads) {
        try {
            String all =
                    String.join("\n", heads.stream().map(GuessMapping::bare).toList());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Letters and digits only, in lower case. */
    private static String bare(String head) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** One guess. */
    private final class Guess {
        private final Actor actor;
        private final RecordType type;
        private final List<String> heads;
        private final List<SheetRow> sample;
        private final Map<String, List<Integer>> columns = new LinkedHashMap<>();
        private final Set<Integer> taken = new HashSet<>();

        Guess(Actor actor, RecordType type, List<String> heads, List<SheetRow> sample) {
            this.actor = actor;
            this.type = type;
            this.heads = heads;
            this.sample = sample.stream().filter(SheetRow::good).toList();
        }

        Mapping mapping() {
            List<Field> fields =
                    type.fields().stream().filter(Field::importable).toList();
            fields.forEach(this::byHead);
            fields.stream().filter(it -> shaped(it)).forEach(this::byShape);
            if (!columns.containsKey(type.title().name())) {
                byLength(type.title());
            }
            return new Mapping(inOrder(fields), keys(), List.of(), language(), currency());
        }

        /** The actor's own, but where the order of day and month in some column tells otherwise. */
        private String language() {
            String own = actor.locale().toLanguageTag();
            List<Integer> dates = columns.entrySet().stream()
                    .filter(it -> isDate(type.field(it.getKey())))
                    .flatMap(it -> it.getValue().stream())
                    .toList();
            return dates.isEmpty()
                    ? own
                    : DateOrder.of(dates.stream().flatMap(this::cells)).language(actor.locale(), own);
        }

        private static boolean isDate(@Nullable Field field) {
            return field != null && (field.kind() == Kind.DATE || field.kind() == Kind.TIME);
        }

        /** The actor's, when some amount comes without one. */
        private String currency() {
            boolean bare = columns.entrySet().stream()
                    .filter(it -> isMoney(type.field(it.getKey())))
                    .anyMatch(it -> it.getValue().stream().noneMatch(column -> cells(column)
                            .anyMatch(cell -> cell.codePoints().anyMatch(Character::isLetter))));
            return bare ? currencies.apply(actor) : "";
        }

        private static boolean isMoney(@Nullable Field field) {
            return field != null && field.kind() == Kind.MONEY;
        }

        private Stream<String> cells(int column) {
            return sample.stream().map(it -> it.cells().get(column).strip()).filter(it -> !it.isEmpty());
        }

        private Map<String, List<Integer>> inOrder(List<Field> fields) {
            Map<String, List<Integer>> ordered = new LinkedHashMap<>();
            for (Field field : fields) {
                List<Integer> of = columns.get(field.name());
                if (of != null) {
                    ordered.put(field.name(), of);
                }
            }
            return ordered;
        }

        private List<String> keys() {
            return type.keys().stream()
                    .map(it -> Arrays.asList(it.split("\\+")))
                    .filter(columns.keySet()::containsAll)
                    .findFirst()
                    .orElse(List.of());
        }

        private void byHead(Field field) {
            List<Integer> fitting = new ArrayList<>();
            for (String name : names(field)) {
                int column = heads.indexOf(name);
                if (column >= 0 && !taken.contains(column) && !fitting.contains(column)) {
                    fitting.add(column);
                }
            }
            if (fitting.isEmpty()) {
                return;
            }
            if (field.kind() == Kind.LIST) {
                take(field, fitting);
            } else {
                take(field, List.of(best(field, fitting)));
            }
        }

        /** What a head may say, the surest first. */
        private Set<String> names(Field field) {
            Set<String> names = new LinkedHashSet<>();
            names.add(bare(field.name()));
            for (Locale locale : texts.locales()) {
                names.add(bare(texts.text(locale, type.label(field))));
            }
            field.importedAs().forEach(it -> names.add(bare(it)));
            return names;
        }

        private int best(Field field, List<Integer> fitting) {
            int best = fitting.get(0);
            for (int column : fitting) {
                best = readable(field, column) > readable(field, best) ? column : best;
            }
            return best;
        }

        private void take(Field field, List<Integer> fitting) {
            columns.put(field.name(), List.copyOf(fitting));
            taken.addAll(fitting);
        }

        private static boolean shaped(Field field) {
            return switch (field.format()) {
                case EMAIL, URL, COUNTRY -> true;
                default -> false;
            };
        }

        /** A column whose cells can hardly be anything else. */
        private void byShape(Field field) {
            if (columns.containsKey(field.name())) {
                return;
            }
            List<Integer> clear = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                int column = i;
                if (!taken.contains(column) && share(column, it -> looks(field, it)) >= CLEAR) {
                    clear.add(column);
                }
            }
            if (clear.size() == 1) {
                take(field, clear);
            }
        }

        private boolean looks(Field field, String cell) {
            if (field.format() == Format.EMAIL) {
                return cell.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            }
            if (field.format() == Format.URL) {
                return cell.matches("(?i)(https?://|www\\.)\\S+");
            }
            return cell.length() == 2 && reads(field, cell);
        }

        /** The title, when no head tells it: the column of words that is left, the longest on average. */
        private void byLength(Field title) {
            if (title.kind() != Kind.TEXT) {
                return;
            }
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                int column = i;
                if (!taken.contains(column)
                        && share(column, it -> it.codePoints().anyMatch(Character::isLetter)) >= CLEAR) {
                    left.add(column);
                }
            }
            left.stream().max(Comparator.comparingDouble(this::length)).ifPresent(it -> take(title, List.of(it)));
        }

        private double length(int column) {
            return sample.stream()
                    .mapToInt(it -> it.cells().get(column).length())
                    .average()
                    .orElse(0);
        }

        private double readable(Field field, int column) {
            return field.kind() == Kind.REF || field.kind() == Kind.REFS ? 1 : share(column, it -> reads(field, it));
        }

        private boolean reads(Field field, String cell) {
            return formats.parse(type, field, cell, actor.locale(), actor.zone())
                            .error()
                    == null;
        }

        /** The share of the filled cells that pass; 0 when none is filled. */
        private double share(int column, java.util.function.Predicate<String> passes) {
            List<String> filled = sample.stream()
                    .map(it -> it.cells().get(column).strip())
                    .filter(it -> !it.isEmpty())
                    .toList();
            return filled.isEmpty()
                    ? 0
                    : (double) filled.stream().filter(passes).count() / filled.size();
        }
    }
}
