package org.weir.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordSpec;
import org.weir.store.api.Database;

/** Record types of other bundles, as much of them as delivery reads. */
record StandIns(Database database, Class<? extends Record> record) implements RecordDeclaration {
    private static final String SYSTEM = " (id uuid primary key, version bigint not null,"
            + " created_at timestamp(6) with time zone not null, created_by uuid,"
            + " updated_at timestamp(6) with time zone not null, updated_by uuid, ";

    static void tables(Database database) {
        database.perform(handle -> {
            handle.execute("create table delivery.x_site" + SYSTEM
                    + "name varchar(200), name_key varchar(200), account uuid)");
            handle.execute("create table delivery.x_calendar" + SYSTEM + "name varchar(200), name_key varchar(200))");
            handle.execute("create table delivery.x_contract" + SYSTEM
                    + "subject varchar(200), subject_key varchar(200), account uuid, owner uuid, state varchar(40))");
            handle.execute("create table delivery.x_contract_line" + SYSTEM
                    + "label varchar(200), label_key varchar(200), contract uuid, site_type varchar(200),"
                    + " quantity bigint, sites bigint)");
            handle.execute("create table delivery.x_contract_site" + SYSTEM
                    + "name varchar(200), name_key varchar(200), site uuid, contract uuid, site_type varchar(200))");
        });
    }

    @RecordSpec(name = "site", schema = "delivery", table = "x_site", visibleThrough = "account")
    record Site(
            @FieldSpec(title = true, required = true) String name,

            @FieldSpec(ref = "account", meaning = Meaning.ACCOUNT)
            UUID account) {}

    @RecordSpec(name = "work-calendar", schema = "delivery", table = "x_calendar")
    record WorkCalendar(
            @FieldSpec(title = true, required = true) String name) {}

    @RecordSpec(name = "contract", schema = "delivery", table = "x_contract", visibleThrough = "account")
    record Contract(
            @FieldSpec(title = true, required = true) String subject,

            @FieldSpec(ref = "account", meaning = Meaning.ACCOUNT)
            UUID account,

            @FieldSpec(ref = "user", meaning = Meaning.OWNER) @Nullable
            UUID owner,

            @FieldSpec String state) {}

    @RecordSpec(name = "contract-line", schema = "delivery", table = "x_contract_line", visibleThrough = "contract")
    record ContractLine(
            @FieldSpec(title = true, required = true) String label,
            @FieldSpec(ref = "contract", inverse = "lines") UUID contract,
            @FieldSpec String siteType,
            @FieldSpec Integer quantity,
            @FieldSpec Integer sites) {}

    @RecordSpec(name = "contract-site", schema = "delivery", table = "x_contract_site", visibleThrough = "contract")
    record ContractSite(
            @FieldSpec(title = true) String name,

            @FieldSpec(ref = "site", inverse = "contracts") @Nullable
            UUID site,

            @FieldSpec(ref = "contract", inverse = "sites") UUID contract,

            @FieldSpec String siteType) {}
}
