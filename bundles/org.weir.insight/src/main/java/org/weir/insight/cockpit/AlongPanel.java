package org.weir.insight.cockpit;

import gg.jte.Content;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Money;
import org.weir.base.api.ShortMoney;
import org.weir.base.api.Text;
import org.weir.insight.chain.Stations;
import org.weir.insight.jte.StaticTemplates;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.Filter;
import org.weir.records.api.Filters;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Total;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** How many records stand at each station of the account's chain, and what they are worth. */
@Component
public final class AlongPanel implements CockpitPanel {
    private final Stations stations;
    private final Records records;
    private final Filters filters;

    @Activate
    public AlongPanel(@Reference Stations stations, @Reference Records records, @Reference Filters filters) {
        this.stations = stations;
        this.records = records;
        this.filters = filters;
    }

    /** A station. */
    public record Passed(String label, String icon, long number, String money, String href) {}

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean side() {
        return false;
    }

    @Override
    public Text title() {
        return Text.of("insight.along");
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        List<RecordType> types = new ArrayList<>();
        List<Filter> narrowed = new ArrayList<>();
        List<Records.Totalled> asked = new ArrayList<>();
        for (RecordType type : stations.types(visit.actor())) {
            Field field = type.meaning(Meaning.ACCOUNT)
                    .filter(it -> it.ref().equals(account.type().name()))
                    .orElse(null);
            if (field != null) {
                Filter ofAccount = Filter.eq(field.name(), account.id());
                types.add(type);
                narrowed.add(ofAccount);
                asked.add(new Records.Totalled(Query.all(type.name()).where(ofAccount), money(type)));
            }
        }
        List<List<Total>> totals = records.totals(visit.actor(), asked);
        List<Passed> lines = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            lines.add(line(visit, types.get(i), narrowed.get(i), totals.get(i)));
        }
        long most = lines.stream().mapToLong(Passed::number).max().orElse(0);
        return new StaticTemplates().insightCockpitAlong(visit, lines, most);
    }

    private Passed line(Visit visit, RecordType type, Filter ofAccount, List<Total> totals) {
        return new Passed(
                visit.t(type.many()),
                type.icon(),
                totals.stream().mapToLong(Total::number).sum(),
                worth(totals, visit.locale()),
                "/r/" + type.name() + "?filter=" + URLEncoder.encode(filters.write(ofAccount), StandardCharsets.UTF_8));
    }

    private static String money(RecordType type) {
        List<Field> fields = type.fields().stream()
                .filter(it -> it.kind() == Field.Kind.MONEY)
                .sorted(Comparator.comparing(Field::inList).reversed())
                .toList();
        return fields.isEmpty() ? "" : fields.get(0).name();
    }

    private static String worth(List<Total> totals, Locale locale) {
        return ShortMoney.sum(
                totals.stream()
                        .map(Total::sum)
                        .filter(AlongPanel::something)
                        .filter(Objects::nonNull)
                        .toList(),
                locale);
    }

    private static boolean something(@Nullable Money sum) {
        return sum != null && sum.amount().compareTo(BigDecimal.ZERO) != 0;
    }
}
