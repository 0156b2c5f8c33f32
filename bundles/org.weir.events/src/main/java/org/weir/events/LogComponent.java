package org.weir.events;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.base.api.Gate;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.events.api.EventReader;
import org.weir.events.api.EventStream;
import org.weir.events.delivery.Deliveries;
import org.weir.events.delivery.Patience;
import org.weir.events.embed.Events;
import org.weir.store.api.Database;

/** The log and its live end. Consumers are served by {@link DeliveryComponent}, so that they may write facts too. */
@Component(
        service = {EventLog.class, EventStream.class, EventReader.class, LogComponent.class},
        configurationPid = "org.weir.events")
@Designate(ocd = LogComponent.Config.class)
public final class LogComponent implements EventLog, EventStream, EventReader {
    private final Events events;

    /** Configuration. */
    @ObjectClassDefinition(id = "org.weir.events", name = "Events")
    @interface Config {
        @AttributeDefinition(
                name = "Days after which facts that every consumer has had are deleted; 0 for never",
                min = "0",
                max = "36500")
        int keepDays() default 0;
    }

    @Activate
    public LogComponent(@Reference(target = "(schema=events)") Database database, @Reference Gate gate, Config config) {
        Events.Settings settings =
                new Events.Settings(Patience.USUAL, Duration.ofSeconds(1), Duration.ofDays(config.keepDays()));
        this.events = new Events(database, gate, Clock.systemUTC(), settings).start();
    }

    /** Holds from the next time on that old facts are forgotten. */
    @Modified
    void changed(Config config) {
        events.keep(Duration.ofDays(config.keepDays()));
    }

    @Deactivate
    void close() {
        events.close();
    }

    Deliveries deliveries() {
        return events.deliveries();
    }

    @Override
    public void append(List<Event> facts) {
        events.log().append(facts);
    }

    @Override
    public Subscription subscribe(Consumer<Event> listener) {
        return events.stream().subscribe(listener);
    }

    @Override
    public Reading after(long place, int limit) {
        return events.reader().after(place, limit);
    }

    @Override
    public Optional<Placed> newest() {
        return events.reader().newest();
    }

    @Override
    public Optional<Event> at(long place) {
        return events.reader().at(place);
    }

    @Override
    public Subscription listen(Runnable listener) {
        return events.reader().listen(listener);
    }
}
