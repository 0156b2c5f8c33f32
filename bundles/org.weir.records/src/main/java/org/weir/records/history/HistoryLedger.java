package org.weir.records.history;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.records.api.Formats;
import org.weir.records.change.Deed;
import org.weir.records.change.Ledger;
import org.weir.records.query.Titles;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;

/** Notes changes in history and in the event log. */
public final class HistoryLedger implements Ledger {
    private static final int LONGEST = 2_000;

    private final EventLog events;
    private final Formats formats;
    private final Titles titles;

    public HistoryLedger(EventLog events, Formats formats, Titles titles) {
        this.events = events;
        this.formats = formats;
        this.titles = titles;
    }

    @Override
    public void note(Handle handle, List<Deed> deeds) {
        List<Sql> entries = new ArrayList<>(deeds.size());
        List<Event> facts = new ArrayList<>(deeds.size());
        deeds.forEach(it -> note(handle, it, entries, facts));
        Statements.updateAll(handle, entries);
        events.append(facts);
    }

    private void note(Handle handle, Deed deed, List<Sql> entries, List<Event> facts) {
        String data = ChangesJson.write(deed, formats);
        String type = deed.row().type().name();
        String kind = deed.kind().name().toLowerCase(Locale.ROOT);
        Actor actor = deed.actor();
        String title = titles.of(handle, deed.row());
        entries.add(Sql.of(
                """
                insert into records.history
                    (id, type, record, title, version, happened_at, actor, actor_name, kind, via, diffs, batch)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.next(),
                type,
                deed.row().id(),
                title.length() > LONGEST ? title.substring(0, title.offsetByCodePoints(0, LONGEST / 2)) : title,
                deed.row().version(),
                deed.row().updatedAt(),
                actor.user(),
                actor.name(),
                kind,
                deed.via(),
                data,
                deed.batch() == null ? new Statements.Null(Types.OTHER) : deed.batch()));
        facts.add(new Event(
                Ids.next(),
                type + "." + kind,
                type,
                deed.row().id(),
                deed.row().updatedAt(),
                actor.user().equals(Actor.SYSTEM) ? null : actor.user(),
                data));
    }
}
