package org.weir.insight.chain;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.weir.base.api.Text;
import org.weir.insight.chain.ChainView.Group;
import org.weir.insight.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The tab with the chain, on the records of one station. */
final class ChainTab implements RecordTab {
    private final String type;
    private final WalkChain walk;
    private final Clock clock;

    ChainTab(String type, WalkChain walk, Clock clock) {
        this.type = type;
        this.walk = walk;
        this.clock = clock;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Text label() {
        return Text.of("insight.chain");
    }

    @Override
    public String permission() {
        return type + ":read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Chain chain = walk.from(visit.actor(), row);
        LocalDate today = LocalDate.now(clock.withZone(visit.actor().zone()));
        List<Group> groups = new TellChain(visit, today).groups(chain);
        boolean table = "table".equals(visit.param("as"));
        long records =
                chain.stations().stream().mapToLong(it -> it.nodes().size()).sum();
        return new StaticTemplates()
                .insightChainTab(new ChainView(
                        visit,
                        "/r/" + type + "/" + row.id() + "/tab/chain",
                        table,
                        records <= 1,
                        new DrawChain(visit).draw(chain, groups),
                        groups));
    }
}
