package org.weir.partner.gallery.tariff;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.events.api.Event;
import org.weir.search.api.SearchDocuments;
import org.weir.web.api.Page;

/** Tariffs are found by the search, in both languages, although they are no records. */
@Component
public final class TariffDocuments implements SearchDocuments {
    private final Texts texts;

    @Activate
    public TariffDocuments(@Reference Texts texts) {
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "gallery-tariff";
    }

    @Override
    public Text label() {
        return Text.of("gallery.tariffs");
    }

    @Override
    public String icon() {
        return "scroll-text";
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Document> walk(@Nullable UUID after, int limit) {
        return Stream.of(Tariff.values())
                .sorted(Comparator.comparing(Tariff::id))
                .filter(it -> after == null || it.id().compareTo(after) > 0)
                .limit(limit)
                .map(this::document)
                .toList();
    }

    /** They never change while this version of the bundle runs. */
    @Override
    public Collection<UUID> changed(Event event) {
        return List.of();
    }

    @Override
    public List<Document> read(Collection<UUID> ids) {
        return among(ids).map(this::document).toList();
    }

    @Override
    public Set<UUID> visible(Actor actor, Collection<UUID> ids) {
        return Set.copyOf(ids);
    }

    @Override
    public Map<UUID, Shown> show(Actor actor, Collection<UUID> ids) {
        Map<UUID, Shown> shown = new HashMap<>();
        among(ids)
                .forEach(it -> shown.put(
                        it.id(),
                        new Shown(
                                words(it.key(), actor.locale()),
                                "",
                                List.of(words(it.key() + ".words", actor.locale())),
                                TariffsPage.PATH)));
        return shown;
    }

    private static Stream<Tariff> among(Collection<UUID> ids) {
        return Stream.of(Tariff.values()).filter(it -> ids.contains(it.id()));
    }

    private Document document(Tariff tariff) {
        String key = tariff.key();
        return new Document(
                tariff.id(),
                words(key, Locale.ENGLISH),
                List.of(),
                List.of(words(key, Locale.SIMPLIFIED_CHINESE)),
                List.of(words(key + ".words", Locale.ENGLISH), words(key + ".words", Locale.SIMPLIFIED_CHINESE)));
    }

    private String words(String key, Locale locale) {
        return texts.find(locale, key).orElse(key);
    }
}
