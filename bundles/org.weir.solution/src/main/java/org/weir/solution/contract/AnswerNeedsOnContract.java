package org.weir.solution.contract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.Actions;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.AnswerNeeds;
import org.weir.solution.configuration.Configure;
import org.weir.solution.engine.Feature;
import org.weir.solution.model.Labels;

/** A signed contract answers the open needs that its configuration meets, on the day it was signed. */
@Component
public final class AnswerNeedsOnContract implements EventConsumer {
    private final Records records;
    private final RecordTypes types;
    private final Actions actions;
    private final Access access;
    private final Configure configure;
    private final AnswerNeeds needs;

    @Activate
    public AnswerNeedsOnContract(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Actions actions,
            @Reference Access access,
            @Reference Configure configure,
            @Reference AnswerNeeds needs) {
        this.records = records;
        this.types = types;
        this.actions = actions;
        this.access = access;
        this.configure = configure;
        this.needs = needs;
    }

    @Override
    public String name() {
        return "org.weir.solution.needs";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(SolutionTypes.CONTRACT_SIGNED);
    }

    @Override
    public void on(Event event) {
        Actor system = access.system();
        if (types.find(RelationshipTypes.NEED).isEmpty()) {
            return;
        }
        Optional<Row> contract = records.find(system, SolutionTypes.CONTRACT, event.subject());
        contract.map(it -> it.ref("quote"))
                .flatMap(it -> records.find(system, SolutionTypes.QUOTE, it))
                .ifPresent(it -> answer(system, contract.get(), it));
    }

    private void answer(Actor system, Row contract, Row quote) {
        UUID configuration = quote.ref("configuration");
        if (configuration == null
                || records.find(system, SolutionTypes.CONFIGURATION, configuration)
                        .isEmpty()) {
            return;
        }
        Map<UUID, List<Feature>> met = needs.met(system, configure.open(system, configuration));
        Locale language = Locale.forLanguageTag(Objects.requireNonNullElse(quote.text("language"), "en"));
        for (Row need : records.readAll(system, RelationshipTypes.NEED, met.keySet())) {
            if ("open".equals(need.text("state"))) {
                List<Feature> features = Objects.requireNonNull(met.get(need.id()));
                String by = features.stream().map(it -> Labels.of(it, language)).collect(Collectors.joining(", "));
                actions.run(
                        system,
                        RelationshipTypes.NEED,
                        "answer",
                        List.of(need.id()),
                        null,
                        Map.of(
                                "answer",
                                contract.text("number") + ": " + by,
                                "answered",
                                Objects.requireNonNull(contract.get("signedOn"))));
            }
        }
    }
}
