package org.weir.aftersales.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.servicecontract.Entitlement;
import org.weir.records.api.Action;
import org.weir.records.api.Row;

/**
 * The end of the story: an alarm at Soweto North, a rectifier swapped, the customer content, a case written that helps
 * elsewhere. And a case from China, and one that waits for its review.
 */
final class DemoStory {
    static final String ACCOUNT = "Meridian South Africa";
    private static final String SITE = "Soweto North";
    private static final long OPENED = 6 * 24 * 60;

    private final DemoDesk desk;
    private final Entitlement entitlement;

    DemoStory(DemoDesk desk) {
        this.desk = desk;
        this.entitlement = new Entitlement(desk.records);
    }

    void make() {
        desk.account(ACCOUNT).ifPresent(it -> story(it, system(it)));
        caseOf("整流模块频繁告警", "mei", "zhaomin", "高温季节整流模块反复上报过温告警", "滤网堵塞，风扇转速下降", List.of("过温", "风扇", "滤网"));
        caseOf("Coverage gap at Bellecour", "petra", "", null, "Tilt set for the old frequency plan", List.of("tilt"));
    }

    /** From the acceptance; without delivery, kept by hand. */
    private Row system(Row account) {
        return desk.all(AftersalesTypes.INSTALLED_SYSTEM, "account", account.id()).stream()
                .filter(it -> String.valueOf(it.get("name")).contains(SITE))
                .findFirst()
                .orElseGet(() -> byHand(account));
    }

    private Row byHand(Row account) {
        UUID site = desk.all("site", "account", account.id()).stream()
                .filter(it -> SITE.equals(it.text("name")))
                .map(Row::id)
                .findFirst()
                .orElse(null);
        LocalDate accepted = desk.today().minusDays(30);
        LocalDate warranty = accepted.plusMonths(24).minusDays(1);
        Row system = desk.create(
                desk.actor("grace"),
                AftersalesTypes.INSTALLED_SYSTEM,
                "name",
                "Urban macro · " + SITE,
                "account",
                account.id(),
                "site",
                site,
                "acceptedOn",
                accepted,
                "warrantyUntil",
                warranty,
                "owner",
                desk.user("grace"));
        for (int piece = 1; piece <= 3; piece++) {
            desk.create(
                    desk.actor("grace"),
                    AftersalesTypes.UNIT,
                    "label",
                    "Rectifier 3 kW",
                    "itemCode",
                    "RECT-3",
                    "serial",
                    "RECT3-2401" + piece,
                    "revision",
                    "V2.1",
                    "position",
                    String.valueOf(piece),
                    "system",
                    system.id(),
                    "account",
                    account.id(),
                    "installedOn",
                    accepted,
                    "warrantyUntil",
                    warranty);
        }
        return system;
    }

    private void story(Row account, Row system) {
        Actor grace = desk.actor("grace");
        Actor kofi = desk.actor("kofi");
        Optional<Row> unit = rectifier(system);
        Instant opened = desk.ago(OPENED);
        Row contract = entitlement
                .of(desk.system, account.id(), system.id(), desk.today())
                .orElse(null);
        Row ticket = desk.create(
                grace,
                AftersalesTypes.TICKET,
                "title",
                "Rectifier alarm at " + SITE,
                "account",
                account.id(),
                "severity",
                "major",
                "channel",
                "alarm",
                "impact",
                "redundancy-lost",
                "openedAt",
                opened,
                "description",
                "One rectifier reports an output fault since the mains dip of last night. The site runs, without reserve.",
                "site",
                system.ref("site"),
                "installedSystem",
                system.id(),
                "unit",
                unit.map(Row::id).orElse(null),
                "serviceContract",
                contract == null ? null : contract.id(),
                "sla",
                contract == null ? null : contract.ref("sla"));
        desk.run(kofi, ticket, "take");
        desk.run(
                kofi,
                ticket,
                "respond",
                "at",
                opened.plus(12, ChronoUnit.MINUTES),
                "words",
                "Called the operations centre, engineer on the way");
        desk.run(
                kofi,
                ticket,
                "restore",
                "at",
                opened.plus(205, ChronoUnit.MINUTES),
                "workaround",
                "Load limited to two rectifiers");
        unit.ifPresent(it -> swap(kofi, it));
        desk.run(
                kofi,
                ticket,
                "resolve",
                "resolution",
                "Rectifier swapped; the old one had a blown input stage. Surge protection of the feed renewed.",
                "at",
                opened.plus(1_340, ChronoUnit.MINUTES));
        desk.run(grace, ticket, "close", "confirmedBy", "Operations centre Johannesburg");
        desk.run(
                grace,
                ticket,
                "rate",
                "score",
                "five",
                "words",
                "Told us what happened and why, not only that it works");
        learned(grace, kofi, ticket);
    }

    private Optional<Row> rectifier(Row system) {
        List<Row> units = desk.all(AftersalesTypes.UNIT, "system", system.id()).stream()
                .filter(it -> "in-service".equals(it.text("state")))
                .sorted(Comparator.comparing(it -> Objects.requireNonNullElse(it.text("position"), "")))
                .toList();
        return units.stream()
                .filter(it ->
                        String.valueOf(it.get("label")).toLowerCase(Locale.ROOT).contains("rectifier"))
                .findFirst()
                .or(() -> units.stream().findFirst());
    }

    private void swap(Actor by, Row unit) {
        LocalDate on = desk.today().minusDays(5);
        LocalDate installed = (LocalDate) Objects.requireNonNullElse(unit.get("installedOn"), on);
        desk.run(
                by,
                unit,
                "swap",
                "serial",
                Objects.requireNonNullElse(unit.text("itemCode"), "U").replaceAll("[^A-Za-z0-9]", "") + "-26017",
                "revision",
                "V2.2",
                "on",
                on.isBefore(installed) ? installed : on,
                "why",
                "Output fault after a mains dip");
    }

    private void learned(Actor grace, Actor kofi, Row ticket) {
        Action.Done written = desk.run(
                kofi,
                ticket,
                "write-case",
                "title",
                "Rectifier output fault after a mains dip",
                "cause",
                "Blown input stage: the surge protection of the feed was worn out and not replaced with the cabinet",
                "keywords",
                List.of("rectifier", "surge", "mains dip", "整流模块", "浪涌"));
        Row made =
                desk.records.read(desk.system, AftersalesTypes.SERVICE_CASE, Objects.requireNonNull(written.openId()));
        desk.run(grace, made, "review");
        desk.all(AftersalesTypes.TICKET, "title", "One rectifier does not share the load").stream()
                .findFirst()
                .ifPresent(it -> desk.run(kofi, made, "reuse", "ticket", it.id()));
    }

    /** @param reviewer empty to leave it waiting */
    private void caseOf(
            String ticket,
            String author,
            String reviewer,
            @org.jspecify.annotations.Nullable String problem,
            String cause,
            List<String> keywords) {
        desk.all(AftersalesTypes.TICKET, "title", ticket).stream().findFirst().ifPresent(it -> {
            Action.Done written = desk.run(
                    desk.actor(author), it, "write-case", "problem", problem, "cause", cause, "keywords", keywords);
            if (!reviewer.isEmpty()) {
                Row made = desk.records.read(
                        desk.system, AftersalesTypes.SERVICE_CASE, Objects.requireNonNull(written.openId()));
                desk.run(desk.actor(reviewer), made, "review");
            }
        });
    }
}
