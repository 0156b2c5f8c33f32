package org.weir.solution.contract;

import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.records.api.Via;

/** As many sites as were signed; each stands for one site of the same customer, none twice. */
@Component
public final class CheckContractSite implements Validator {
    private final Records records;
    private final Access access;
    private final RecordTypes types;

    @Activate
    public CheckContractSite(@Reference Records records, @Reference Access access, @Reference RecordTypes types) {
        this.records = records;
        this.access = access;
        this.types = types;
    }

    @Override
    public String type() {
        return "contract-site";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null || (change.before() == null && !"action:accept".equals(Via.now()))) {
            rejections.reject("", Text.of("contract.sites-stay"));
            return;
        }
        if (change.before() != null
                && (change.changes("contract") || change.changes("account") || change.changes("siteType"))) {
            rejections.reject("", Text.of("contract.sites-stay"));
        }
        UUID site = after.ref("site");
        if (site != null && change.changes("site") && types.find("site").isPresent()) {
            mine(after, site, rejections);
        }
    }

    private void mine(Row after, UUID site, Rejections rejections) {
        boolean same = records.find(access.system(), "site", site)
                .filter(it -> Objects.equals(it.get("account"), after.get("account")))
                .isPresent();
        if (!same) {
            rejections.reject("site", Text.of("contract.other-customer"));
        }
        Query query = Query.all("contract-site")
                .where(Filter.eq("contract", Objects.requireNonNull(after.ref("contract"))))
                .where(Filter.eq("site", site))
                .limit(2);
        if (records.list(access.system(), query).rows().stream()
                .anyMatch(it -> !it.id().equals(after.id()))) {
            rejections.reject("site", Text.of("contract.site-twice"));
        }
    }
}
