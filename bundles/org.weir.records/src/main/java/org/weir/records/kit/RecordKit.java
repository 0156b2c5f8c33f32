package org.weir.records.kit;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Directory;
import org.weir.base.api.Texts;
import org.weir.events.api.EventLog;
import org.weir.records.api.Formats;
import org.weir.records.change.ChangeRecords;
import org.weir.records.change.CheckValues;
import org.weir.records.change.InitialValues;
import org.weir.records.change.ReadValues;
import org.weir.records.format.ValueFormats;
import org.weir.records.history.HistoryLedger;
import org.weir.records.query.CompileCondition;
import org.weir.records.query.CompileFilter;
import org.weir.records.query.Cursors;
import org.weir.records.query.Lookup;
import org.weir.records.query.ReadPage;
import org.weir.records.query.Titles;
import org.weir.records.row.Entries;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.records.visibility.Reach;
import org.weir.store.api.Database;

/**
 * The parts of the record kit, wired once; the services of this bundle are made from it. A test of another bundle makes one
 * over its test database, adds its declarations to {@link #types()} and has real records in {@code new StoredRecords(kit)}.
 */
@Component(service = RecordKit.class)
public final class RecordKit {
    /** Some hundred bytes each. */
    private static final int REMEMBERED_ENTRIES = 6_000;

    private final Database database;
    private final TypeRegistry types;
    private final Texts texts;
    private final Directory directory;
    private final EventLog events;
    private final Clock clock;
    private final Formats formats;
    private final Entries entries = new Entries(REMEMBERED_ENTRIES);
    private final Reach reach;
    private final ReadPage pages;
    private final Titles titles;
    private final Lookup lookup;
    private final ReadValues values;
    private final CheckValues checks;
    private final ChangeRecords changes;

    @Activate
    public RecordKit(
            @Reference(target = "(schema=records)") Database database,
            @Reference TypeRegistry types,
            @Reference AccountsOfUser accounts,
            @Reference Texts texts,
            @Reference EventLog events,
            @Reference Directory directory) {
        this(database, types, accounts, texts, events, directory, Clock.systemUTC());
    }

    public RecordKit(
            Database database,
            TypeRegistry types,
            AccountsOfUser accounts,
            Texts texts,
            EventLog events,
            Directory directory,
            Clock clock) {
        this.database = database;
        this.types = types;
        this.texts = texts;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        formats = new ValueFormats(texts);
        reach = new Reach(types, accounts, database);
        CompileFilter filters =
                new CompileFilter(types, reach, new CompileCondition(formats, clock, database.dialect()));
        pages = new ReadPage(types, entries, reach, filters, new Cursors(new Secret(database)), database.dialect());
        titles = new Titles(types, reach, directory);
        lookup = new Lookup(types, entries, reach, directory, formats, pages, titles, database.dialect());
        values = new ReadValues(formats);
        checks = new CheckValues(types, reach, directory);
        InitialValues initials = new InitialValues(formats, clock);
        HistoryLedger ledger = new HistoryLedger(events, formats, titles);
        changes = new ChangeRecords(database, types, reach, values, checks, initials, ledger, clock);
    }

    public Database database() {
        return database;
    }

    public TypeRegistry types() {
        return types;
    }

    public Texts texts() {
        return texts;
    }

    public Directory directory() {
        return directory;
    }

    public EventLog events() {
        return events;
    }

    public Clock clock() {
        return clock;
    }

    public Formats formats() {
        return formats;
    }

    /** The entries of list fields, for whoever reads rows. */
    public Entries entries() {
        return entries;
    }

    public Reach reach() {
        return reach;
    }

    public ReadPage pages() {
        return pages;
    }

    public Titles titles() {
        return titles;
    }

    public Lookup lookup() {
        return lookup;
    }

    public ReadValues values() {
        return values;
    }

    public CheckValues checks() {
        return checks;
    }

    /** Creating, changing and deleting with what the api does not offer: a batch for deletions, a first version. */
    public ChangeRecords changes() {
        return changes;
    }
}
