package org.weir.files.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.files.content.ContentStore;
import org.weir.files.content.FileName;
import org.weir.files.content.Sniff;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * Files beside records. Who may read the record may read its files, who may change it may add and remove them. A removed
 * file can be brought back for a month.
 */
@Component(service = Attachments.class, configurationPid = "org.weir.files")
@Designate(ocd = Attachments.Config.class)
public final class Attachments {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration ON_ITS_WAY = Duration.ofDays(1);
    private static final long MEGABYTE = 1024L * 1024;
    private static final int MANY = 500;

    private final Records records;
    private final EventLog events;
    private final AttachmentStore store;
    private final ContentStore contents;
    private final Database database;
    private final Clock clock;
    private volatile long most;

    /** How large a file may be. */
    @ObjectClassDefinition(id = "org.weir.files", name = "Files")
    @interface Config {
        @AttributeDefinition(name = "Largest file, in MB", min = "1", max = "99")
        int megabytes() default 50;

        @AttributeDefinition(name = "Room on the disk that stays free, in MB", min = "16", max = "100000")
        int reserveMegabytes() default 128;
    }

    @Activate
    public Attachments(
            BundleContext context,
            @Reference Records records,
            @Reference EventLog events,
            @Reference(target = "(schema=files)") Database database,
            Config config) {
        this(
                records,
                events,
                database,
                new ContentStore(Path.of(data(context)).resolve("files"), config.reserveMegabytes() * MEGABYTE),
                Clock.systemUTC(),
                config.megabytes() * MEGABYTE);
    }

    Attachments(Records records, EventLog events, Database database, ContentStore contents, Clock clock, long most) {
        this.records = records;
        this.events = events;
        this.database = database;
        this.store = new AttachmentStore(database);
        this.contents = contents;
        this.clock = clock;
        this.most = most;
    }

    private static String data(BundleContext context) {
        String data = context.getProperty("weir.data");
        return data == null ? "data" : data;
    }

    /** New limits hold from the next file on. */
    @Modified
    void changed(Config config) {
        contents.reserve(config.reserveMegabytes() * MEGABYTE);
        most = config.megabytes() * MEGABYTE;
    }

    /** Bytes a file may have at most. */
    public long most() {
        return most;
    }

    /** Those of a record, the latest first. @throws ProblemException 404 when the record is not visible */
    public List<Attachment> of(Actor actor, String type, UUID record) {
        records.read(actor, type, record);
        return store.of(type, record, MANY);
    }

    /** How many files a record has that the caller has read already. */
    public long count(Row row) {
        return store.count(row.type().name(), row.id());
    }

    /** Whether the actor may add and remove files of the record. */
    public boolean mayChange(Actor actor, Row row) {
        return records.may(actor, "update", row);
    }

    /** @throws ProblemException 404 when there is none, or its record is not visible */
    public Attachment read(Actor actor, UUID id) {
        Attachment found = store.find(id).filter(it -> it.removedAt() == null).orElseThrow(ProblemException::notFound);
        visible(actor, found);
        return found;
    }

    /** Beside which kind of record a file stands is nobody's business who may not read that kind: it is not there. */
    private void visible(Actor actor, Attachment found) {
        if (!actor.may(found.type() + ":read")) {
            throw ProblemException.notFound();
        }
        records.read(actor, found.type(), found.record());
    }

    public InputStream open(Attachment attachment) throws IOException {
        return contents.open(attachment.sha256());
    }

    public Path path(Attachment attachment) {
        return contents.path(attachment.sha256());
    }

    /**
     * Keeps a file beside a record.
     *
     * @throws ProblemException 404 when the record is not visible, 403 when the actor may not change it, 413, 507
     */
    public Attachment add(Actor actor, String type, UUID record, String name, InputStream in) throws IOException {
        changeable(actor, type, record);
        ContentStore.Content content = contents.keep(in, most);
        String media = Sniff.media(contents.path(content.sha256()));
        Attachment added = new Attachment(
                Ids.next(),
                type,
                record,
                FileName.clean(name),
                content.bytes(),
                media,
                content.sha256(),
                actor.user(),
                now(),
                null);
        database.perform(handle -> {
            store.add(added);
            tell(actor, "file.added", added);
        });
        return added;
    }

    public void remove(Actor actor, UUID id) {
        Attachment found = read(actor, id);
        changeable(actor, found.type(), found.record());
        database.perform(handle -> {
            store.removed(id, actor.user(), now());
            tell(actor, "file.removed", found);
        });
    }

    /** Brings back what was removed. */
    public Attachment restore(Actor actor, UUID id) {
        Attachment found = store.find(id).orElseThrow(ProblemException::notFound);
        visible(actor, found);
        changeable(actor, found.type(), found.record());
        if (found.removedAt() != null) {
            database.perform(handle -> {
                store.removed(id, null, null);
                tell(actor, "file.added", found);
            });
        }
        return found;
    }

    /** Forgets what was removed a month ago, and deletes contents that nobody refers to. @return how many contents went */
    int sweep() throws IOException {
        store.forget(now().minus(KEPT));
        return contents.sweep(now().minus(ON_ITS_WAY), sha256 -> !store.uses(sha256));
    }

    private void changeable(Actor actor, String type, UUID record) {
        Row row = records.read(actor, type, record);
        if (!mayChange(actor, row)) {
            throw ProblemException.forbidden(row.type().permission("update"));
        }
    }

    private void tell(Actor actor, String type, Attachment it) {
        String data = "{\"file\":\"" + it.id() + "\",\"sha256\":\"" + it.sha256() + "\",\"bytes\":" + it.bytes() + "}";
        UUID by = actor.user().equals(Actor.SYSTEM) ? null : actor.user();
        events.append(new Event(Ids.next(), type, it.type(), it.record(), now(), by, data));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
