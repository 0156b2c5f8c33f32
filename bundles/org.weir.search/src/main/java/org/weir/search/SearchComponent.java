package org.weir.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.events.api.EventReader;
import org.weir.events.api.EventStream;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.search.api.Search;
import org.weir.search.api.SearchDocuments;
import org.weir.search.feed.Feed;
import org.weir.search.find.FindDocuments;
import org.weir.search.kind.Kinds;

/** Search over this node's index, below the data folder. It is opened when everything has started. */
@Component(service = Search.class, immediate = true)
public final class SearchComponent implements Search {
    private static final Duration FRESH = Duration.ofMillis(300);
    private static final Duration REST = Duration.ofSeconds(2);

    private final Slots<SearchDocuments> documents;
    private final Feed feed;
    private final EventStream.Subscription subscription;
    private final FindDocuments find;

    @Activate
    public SearchComponent(
            BundleContext context,
            @Reference Gate gate,
            @Reference EventReader log,
            @Reference Access access,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Formats formats) {
        documents = new Slots<>(gate, Comparator.comparing(SearchDocuments::kind));
        Kinds kinds = new Kinds(types, records, formats, access.system(), documents::all);
        String data = context.getProperty("weir.data");
        Path folder = Path.of(data == null ? "data" : data).toAbsolutePath().resolve("search");
        Bundle framework = context.getBundle(0);
        long activated = System.nanoTime();
        feed = new Feed(
                        folder,
                        log,
                        kinds,
                        gate,
                        () -> framework.getState() == Bundle.ACTIVE && System.nanoTime() - activated > REST.toNanos())
                .start();
        subscription = log.listen(feed::wake);
        find = new FindDocuments(feed, kinds, FRESH);
    }

    @Deactivate
    void close() {
        subscription.close();
        feed.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDocuments(SearchDocuments some) {
        documents.add(some);
    }

    void removeDocuments(SearchDocuments some) {
        documents.remove(some);
    }

    @Override
    public List<Hit> quick(Actor actor, Quick wish) {
        return find.quick(actor, wish);
    }

    @Override
    public Answer find(Actor actor, Ask ask) {
        return find.find(actor, ask);
    }

    @Override
    public State state() {
        return find.state();
    }
}
