package org.weir.records.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.access.api.Scope;
import org.weir.base.api.Texts;
import org.weir.records.api.Draft;
import org.weir.records.api.Imports;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Imports.RowResult;
import org.weir.records.api.Query;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.kit.RecordKit;
import org.weir.records.kit.StoredRecords;
import org.weir.records.type.TypeRegistry;
import org.weir.records.visibility.AccountsOfUser;
import org.weir.store.api.Database;
import org.weir.testkit.EventRecorder;
import org.weir.testkit.FakeClock;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.TestDatabase;

/** A record kit with companies in a fresh database, somebody who may do everything, and the import over it. */
public final class Trade {
    public static final String[] ALL = {"read", "create", "update", "delete", "import", "export"};

    public final Colleagues colleagues = new Colleagues();
    public final JobsAtOnce jobs = new JobsAtOnce();
    public final Texts texts = TestTexts.of("base", "records", "import", "trade");
    public final Actor anna = colleagues.add("Anna", Locale.ENGLISH, Scope.ALL, ALL);
    public final RecordKit kit;
    public final Records records;
    public final Imports imports;
    public final List<String> audited = new ArrayList<>();

    public Trade(TestDatabase databases) {
        OpenGate gate = new OpenGate();
        TypeRegistry types = new TypeRegistry(gate);
        kit = new RecordKit(
                databases.schema("records"),
                types,
                new AccountsOfUser(gate),
                texts,
                new EventRecorder(),
                colleagues,
                FakeClock.at("2026-11-22T08:00:00Z"));
        records = new StoredRecords(kit);
        types.addDeclaration(new RecordDeclaration() {
            @Override
            public Class<? extends Record> record() {
                return Company.class;
            }

            @Override
            public Database database() {
                return databases.schema("trade");
            }
        });
        try {
            imports = new ImportTables(kit, records, jobs, colleagues::actor, audit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Audit audit() {
        return new Audit() {
            @Override
            public void note(@Nullable Actor actor, String action, String detail, String address) {
                audited.add(action + " " + detail);
            }

            @Override
            public Verdict verify() {
                throw new UnsupportedOperationException();
            }
        };
    }

    Batch upload(Actor actor, byte[] content) {
        try {
            return imports.upload(actor, "company", "companies.csv", new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Batch upload(Actor actor, String csv) {
        return upload(actor, csv.getBytes(StandardCharsets.UTF_8));
    }

    Batch upload(Actor actor, String csv, Charset charset) {
        return upload(actor, csv.getBytes(charset));
    }

    /** Uploads, keeps the guessed columns, and runs. */
    public Batch run(Actor actor, String csv, String... keys) {
        Batch batch = upload(actor, csv);
        return run(actor, map(actor, batch, List.of(keys), List.of()));
    }

    Batch map(Actor actor, Batch batch, List<String> keys, List<String> createMissing) {
        Mapping guess = batch.mapping();
        return imports.map(actor, batch.id(), new Mapping(guess.columns(), keys, createMissing, guess.language()));
    }

    public Batch run(Actor actor, Batch batch) {
        imports.run(actor, batch.id());
        return imports.find(actor, batch.id());
    }

    Batch dryRun(Actor actor, Batch batch) {
        imports.dryRun(actor, batch.id());
        return imports.find(actor, batch.id());
    }

    Batch undo(Actor actor, Batch batch) {
        imports.undo(actor, batch.id());
        return imports.find(actor, batch.id());
    }

    /** Line, outcome, field and reason of each row, as Anna would read them. */
    List<String> results(Actor actor, Batch batch) {
        return imports.results(actor, batch.id(), null, 0, 500).stream()
                .map(this::shown)
                .toList();
    }

    private String shown(RowResult it) {
        String plain = it.line() + " " + it.outcome();
        return it.reason() == null ? plain : plain + " " + it.field() + ": " + texts.text(Locale.ENGLISH, it.reason());
    }

    String errorFile(Actor actor, Batch batch) {
        try {
            Path file = imports.errorFile(actor, batch.id());
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Row create(Actor actor, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return records.create(actor, Draft.create("company", values));
    }

    Row read(UUID id) {
        return records.read(anna, "company", id);
    }

    /** All companies by name. */
    public List<Row> all() {
        return records.list(anna, Query.all("company").limit(500)).rows();
    }

    public Row only(String name) {
        return all().stream()
                .filter(it -> name.equals(it.get("name")))
                .reduce((one, other) -> {
                    throw new IllegalStateException("two are called " + name);
                })
                .orElseThrow();
    }

    public long count() {
        return records.count(anna, Query.all("company"), 100_000).number();
    }

    static Map<Outcome, Long> counts(long created, long changed, long unchanged, long failed) {
        Map<Outcome, Long> counts = new LinkedHashMap<>();
        counts.put(Outcome.CREATED, created);
        counts.put(Outcome.CHANGED, changed);
        counts.put(Outcome.UNCHANGED, unchanged);
        counts.put(Outcome.FAILED, failed);
        counts.values().removeIf(it -> it == 0);
        return counts;
    }
}
