package org.weir.solution.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;

/** Price lists of three regions and the exchange rates of the last fourteen months. */
final class DemoPrices {
    static final String AFRICA = "Southern Africa 2026";
    static final String EUROPE = "Europe 2026";
    static final String CHINA = "中国区 2026";

    /** code, English, German-speaking and other European customers get English too, Chinese, price and cost in USD, what it is if no hardware. */
    private static final String ITEMS = """
            RECT-12|Rectifier 12 kW|整流器 12 kW|2140|1520
            RECT-24|Rectifier 24 kW|整流器 24 kW|3480|2470
            BATT-L100|Lithium battery 100 Ah|锂电池 100 Ah|1060|770
            BATT-L200|Lithium battery 200 Ah|锂电池 200 Ah|1890|1370
            PV-5|Panel set 5 kW|光伏板组 5 kW|2980|2140
            CTRL-HYB|Hybrid controller|混合供电控制器|890|610
            RTU-8|Telecontrol unit, 8 feeders|远动终端 8 回路|4650|3280
            RTU-IO|Input and output module|输入输出模块|410|290
            UPS-SIG|Signal power 10 kVA|信号电源 10 kVA|7900|5700
            CAB-OUT|Outdoor cabinet|室外机柜|1850|1330
            MON-LIC|Remote monitoring, licence per site|远程监控许可（每站）|420|270|software
            INST-DAY|Installation, per day|安装调测（人天）|640|470|service
            SURVEY|Site survey|站点勘测|180|130|service
            TRAIN|Training of the crew, per day|客户培训（天）|760|520|service
            """;

    private static final int MONTHS = 15;

    private final Records records;
    private final Actor system;
    private final LocalDate today;

    DemoPrices(Records records, Actor system, LocalDate today) {
        this.records = records;
        this.system = system;
        this.today = today;
    }

    void make() {
        rates("USD", "EUR", "0.9210", 3);
        rates("USD", "CNY", "7.1850", 5);
        rates("EUR", "CHF", "0.9480", 7);
        rates("USD", "ZAR", "18.2400", 11);
        list(AFRICA, "USD", "africa", "18", "34", BigDecimal.ONE, false);
        list(EUROPE, "EUR", "eu", "20", "36", new BigDecimal("0.94"), false);
        list(CHINA, "CNY", "cn", "16", "32", new BigDecimal("7.10"), true);
    }

    /** One on the first of each month and one on the fifteenth, wandering a little. */
    private void rates(String source, String target, String base, int step) {
        LocalDate day = today.minusMonths(MONTHS).withDayOfMonth(1);
        for (int i = 0; !day.isAfter(today); i++) {
            BigDecimal drift = BigDecimal.valueOf((i * step) % 17 - 8).movePointLeft(3);
            BigDecimal rate =
                    new BigDecimal(base).multiply(BigDecimal.ONE.add(drift)).setScale(6, RoundingMode.HALF_EVEN);
            create("exchange-rate", Map.of("source", source, "target", target, "ratedOn", day, "rate", rate));
            day = day.getDayOfMonth() == 1
                    ? day.withDayOfMonth(15)
                    : day.plusMonths(1).withDayOfMonth(1);
        }
    }

    private void list(
            String name, String currency, String region, String floor, String ceiling, BigDecimal factor, boolean zh) {
        UUID list = create(
                "price-list",
                Map.of(
                        "name",
                        name,
                        "currency",
                        currency,
                        "region",
                        region,
                        "validFrom",
                        today.minusMonths(MONTHS).withDayOfMonth(1),
                        "floorMargin",
                        new BigDecimal(floor),
                        "ceilingMargin",
                        new BigDecimal(ceiling)));
        ITEMS.lines().map(it -> it.split("\\|")).forEach(it -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("list", list);
            values.put("item", it[0]);
            values.put("label", zh ? it[2] : it[1]);
            values.put("kind", it.length > 5 ? it[5] : "hardware");
            values.put("unitPrice", new BigDecimal(it[3]).multiply(factor).setScale(0, RoundingMode.HALF_EVEN));
            values.put("unitCost", new BigDecimal(it[4]).multiply(factor).setScale(0, RoundingMode.HALF_EVEN));
            create("price", values);
        });
    }

    private UUID create(String type, Map<String, Object> values) {
        return records.create(system, Draft.create(type, values)).id();
    }
}
