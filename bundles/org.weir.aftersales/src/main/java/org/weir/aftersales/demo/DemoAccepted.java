package org.weir.aftersales.demo;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.installed.InstallAcceptedSite;
import org.weir.base.api.Money;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Row;

/** The sites that delivery's demo has accepted, installed by the use case; their units get the serial numbers read on site. */
final class DemoAccepted {
    private static final int TRIES = 160;
    private static final int NAP_MILLIS = 250;
    private static final int FIRST_SERIAL = 24_010;
    private static final int STEP = 37;

    private final DemoDesk desk;
    private final InstallAcceptedSite install;
    private final DemoInstalledBase base;
    private int serial = FIRST_SERIAL;

    DemoAccepted(DemoDesk desk, InstallAcceptedSite install, DemoInstalledBase base) {
        this.base = base;
        this.desk = desk;
        this.install = install;
    }

    void make() throws InterruptedException {
        if (!desk.knows(DeliveryTypes.SITE_ACCEPTANCE)) {
            return;
        }
        List<Row> accepted = desk.all(DeliveryTypes.SITE_ACCEPTANCE, "state", "signed");
        for (int tried = 0; tried < TRIES && accepted.stream().anyMatch(it -> !installed(it)); tried++) {
            Thread.sleep(NAP_MILLIS);
        }
        for (Row acceptance : accepted) {
            install.take(acceptance.id());
        }
        List<Row> systems = desk.all(AftersalesTypes.INSTALLED_SYSTEM, "state", "in-service");
        systems.forEach(this::complete);
        systems.stream()
                .map(it -> it.ref("contract"))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(it -> agree(it));
    }

    /** The event log brings the acceptances at the same time; what it has done already is only found done. */
    private boolean installed(Row acceptance) {
        return desk
                .all(AftersalesTypes.INSTALLED_SYSTEM, "site", Objects.requireNonNull(acceptance.ref("site")))
                .stream()
                .anyMatch(it -> Objects.equals(it.ref("project"), acceptance.ref("project")));
    }

    private void complete(Row system) {
        Row owned = system.get("owner") == null ? manager(system) : system;
        List<Row> units = desk.all(AftersalesTypes.UNIT, "system", owned.id());
        if (units.isEmpty()) {
            withoutContract(owned);
        }
        for (Row unit : units) {
            if (unit.get("serial") == null && "1".equals(plain(Objects.requireNonNull(unit.get("quantity"))))) {
                serial += STEP;
                desk.change(unit, "serial", prefix(unit) + "-" + serial, "revision", "V2.1");
            }
        }
    }

    /** Where no contract tells the units, somebody walks round the site and notes them. */
    private void withoutContract(Row system) {
        Row account = desk.records.read(desk.system, "account", Objects.requireNonNull(system.ref("account")));
        String region = Objects.requireNonNullElse(account.text("region"), "");
        switch (region) {
            case "cn" -> base.fill("mei", system, "基站电源");
            case "eu" -> base.fill("jan", system, "Grid telecontrol");
            default -> base.fill("grace", system, "Site energy");
        }
    }

    private Row manager(Row system) {
        UUID account = Objects.requireNonNull(system.ref("account"));
        return desk.all("account-member", "account", account).stream()
                .filter(it -> "service".equals(it.text("part")))
                .findFirst()
                .map(it -> desk.change(system, "owner", it.ref("member")))
                .orElse(system);
    }

    private static String prefix(Row unit) {
        String item = Objects.requireNonNullElse(unit.text("itemCode"), "U");
        String letters = item.replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty() ? "U" : letters.substring(0, Math.min(6, letters.length()));
    }

    private static String plain(Object number) {
        return new java.math.BigDecimal(String.valueOf(number))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What was agreed beyond the usual, for the customer of the story. */
    private void agree(UUID contract) {
        for (Row service : desk.all(AftersalesTypes.SERVICE_CONTRACT, "contract", contract)) {
            UUID account = Objects.requireNonNull(service.ref("account"));
            boolean story = desk.account(DemoStory.ACCOUNT)
                    .map(it -> it.id().equals(account))
                    .orElse(false);
            if (story) {
                desk.change(
                        service,
                        "sla",
                        desk.all(AftersalesTypes.SLA, "name", "Gold 24×7").stream()
                                .findFirst()
                                .map(Row::id)
                                .orElse(null),
                        "owner",
                        desk.user("grace"),
                        "fee",
                        Money.of("48600", "USD"),
                        "entitlements",
                        "Remote help around the clock\nEngineer on site within 8 hours\nSpare rectifier and controller"
                                + " in the Johannesburg depot\nTwo inspections a year");
            }
        }
    }
}
