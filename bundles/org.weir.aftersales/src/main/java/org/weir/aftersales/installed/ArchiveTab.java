package org.weir.aftersales.installed;

import gg.jte.Content;
import java.time.Clock;
import java.util.OptionalLong;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Formats;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The engineering archive as a tab of the record at which systems stand: a site, or a customer with all its sites. */
abstract class ArchiveTab implements RecordTab {
    private static final int COUNTED = 999;

    private final String type;
    private final Records records;
    private final ReadArchive archive;

    /** @param type of the record, and the field of an installed system that refers to it */
    ArchiveTab(String type, Records records, RecordTypes types, Formats formats) {
        this.type = type;
        this.records = records;
        this.archive = new ReadArchive(records, formats, new OpenTickets(types, records), Clock.systemUTC());
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final String name() {
        return "archive";
    }

    @Override
    public final int order() {
        return 300;
    }

    @Override
    public final Text label() {
        return Text.of("installed.archive");
    }

    @Override
    public final String permission() {
        return "installed-system:read";
    }

    @Override
    public final OptionalLong count(Visit visit, Row row) {
        Query here = Query.all("installed-system").where(Filter.eq(type, row.id()));
        long systems = records.count(visit.actor(), here, COUNTED).number();
        return systems == 0 ? OptionalLong.empty() : OptionalLong.of(systems);
    }

    @Override
    public final Content show(Visit visit, Row row) {
        String path = "/r/" + type + "/" + row.id() + "/tab/archive";
        return new StaticTemplates()
                .aftersalesInstalledArchive(visit, archive.read(visit, path, Filter.eq(type, row.id())));
    }
}
