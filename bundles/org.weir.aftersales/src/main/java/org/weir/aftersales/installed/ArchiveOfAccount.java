package org.weir.aftersales.installed;

import gg.jte.Content;
import java.time.Clock;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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

/** Everything that stands at a customer, site by site. */
@Component
public final class ArchiveOfAccount implements RecordTab {
    private static final int COUNTED = 999;

    private final Records records;
    private final ReadArchive archive;

    @Activate
    public ArchiveOfAccount(@Reference Records records, @Reference RecordTypes types, @Reference Formats formats) {
        this.records = records;
        this.archive = new ReadArchive(records, formats, new OpenTickets(types, records), Clock.systemUTC());
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Text label() {
        return Text.of("installed.archive");
    }

    @Override
    public String permission() {
        return "installed-system:read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        Query here = Query.all("installed-system").where(Filter.eq("account", row.id()));
        long systems = records.count(visit.actor(), here, COUNTED).number();
        return systems == 0 ? OptionalLong.empty() : OptionalLong.of(systems);
    }

    @Override
    public Content show(Visit visit, Row row) {
        String path = "/r/account/" + row.id() + "/tab/archive";
        return new StaticTemplates()
                .aftersalesInstalledArchive(visit, archive.read(visit, path, Filter.eq("account", row.id())));
    }
}
