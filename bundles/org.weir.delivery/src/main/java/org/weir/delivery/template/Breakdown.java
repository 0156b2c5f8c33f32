package org.weir.delivery.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work breakdown of a template over sites and what is ordered for them. A link between steps becomes a link between
 * their tasks at the same site; one to or from a step of the whole project becomes a link with the tasks of every site.
 */
public final class Breakdown {
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Bond> bonds = new ArrayList<>();

    private Breakdown() {}

    /** A step of the template. {@code itemWord} is in lower case, empty for any item. */
    public record Step(
            UUID id, int ordinal, String name, String applies, String itemWord, int halfDays, String skill) {}

    /** A link of the template. */
    public record Tie(UUID from, UUID to, String kind, int lag) {}

    public record Place(UUID site, String name, String siteType) {}

    /** So many of a thing at each site of a type; an empty type means every site. */
    public record Item(String label, String siteType, int quantity) {}

    /** A task to be. {@code site} is null for one of the whole project. */
    public record Piece(Step step, @Nullable UUID site, String name) {}

    /** {@code from} and {@code to} are places in {@link #pieces()}. */
    public record Bond(int from, int to, String kind, int lag) {}

    public static Breakdown of(List<Step> steps, List<Tie> ties, List<Place> places, List<Item> items) {
        Breakdown breakdown = new Breakdown();
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingInt(Step::ordinal));
        ordered.stream()
                .filter(it -> it.applies().equals("project"))
                .forEach(it -> breakdown.pieces.add(new Piece(it, null, it.name())));
        for (Place place : places) {
            ordered.forEach(it -> breakdown.at(place, it, items));
        }
        ties.forEach(breakdown::bind);
        return breakdown;
    }

    private void at(Place place, Step step, List<Item> items) {
        if (step.applies().equals("site")) {
            pieces.add(new Piece(step, place.site(), step.name() + " · " + place.name()));
        } else if (step.applies().equals("item")) {
            for (Item item : items) {
                boolean here = item.siteType().isEmpty() || item.siteType().equalsIgnoreCase(place.siteType());
                if (here && item.label().toLowerCase(Locale.ROOT).contains(step.itemWord())) {
                    String what = item.quantity() == 1 ? item.label() : item.label() + " × " + item.quantity();
                    pieces.add(new Piece(step, place.site(), step.name() + " " + what + " · " + place.name()));
                }
            }
        }
    }

    private void bind(Tie tie) {
        for (int from = 0; from < pieces.size(); from++) {
            Piece before = pieces.get(from);
            for (int to = 0; before.step().id().equals(tie.from()) && to < pieces.size(); to++) {
                Piece after = pieces.get(to);
                boolean together = before.site() == null
                        || after.site() == null
                        || before.site().equals(after.site());
                if (together && from != to && after.step().id().equals(tie.to())) {
                    bonds.add(new Bond(from, to, tie.kind(), tie.lag()));
                }
            }
        }
    }

    public List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    public List<Bond> bonds() {
        return List.copyOf(bonds);
    }
}
