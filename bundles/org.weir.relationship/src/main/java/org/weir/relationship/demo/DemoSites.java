package org.weir.relationship.demo;

import java.math.BigDecimal;
import java.util.Map;

/** Where the demo's customers have equipment. */
final class DemoSites {
    private static final String SITES = """
            Meridian South Africa|ZA|Africa/Johannesburg|Soweto North|MSA-U01|Johannesburg|-26.2227|27.8890
            Meridian South Africa|ZA|Africa/Johannesburg|Sandton Ridge|MSA-U02|Johannesburg|-26.1076|28.0567
            Meridian South Africa|ZA|Africa/Johannesburg|Durban Point|MSA-U03|Durban|-29.8706|31.0447
            Meridian South Africa|ZA|Africa/Johannesburg|Pretoria East|MSA-U04|Pretoria|-25.7997|28.3106
            Meridian South Africa|ZA|Africa/Johannesburg|Khayelitsha South|MSA-U05|Cape Town|-34.0404|18.6731
            Meridian South Africa|ZA|Africa/Johannesburg|Bloemfontein Central|MSA-U06|Bloemfontein|-29.1183|26.2249
            Meridian South Africa|ZA|Africa/Johannesburg|Polokwane Ridge|MSA-R01|Polokwane|-23.8962|29.4486
            Meridian South Africa|ZA|Africa/Johannesburg|Kuruman Plain|MSA-R02|Kuruman|-27.4524|23.4325
            Meridian South Africa|ZA|Africa/Johannesburg|Mthatha Hill|MSA-R03|Mthatha|-31.5889|28.7844
            Meridian South Africa|ZA|Africa/Johannesburg|Springbok Koppie|MSA-R04|Springbok|-29.6643|17.8865
            Meridian South Africa|ZA|Africa/Johannesburg|Midrand Hub|MSA-H01|Midrand|-25.9992|28.1263
            Meridian South Africa|ZA|Africa/Johannesburg|Bellville Hub|MSA-H02|Cape Town|-33.8943|18.6294
            River Telecom Sichuan|CN|Asia/Shanghai|高新西区|SC-U01|成都|30.7580|103.9330
            River Telecom Sichuan|CN|Asia/Shanghai|天府新区|SC-U02|成都|30.4060|104.0760
            River Telecom Sichuan|CN|Asia/Shanghai|都江堰玉垒山|SC-U03|都江堰|31.0020|103.6130
            River Telecom Sichuan|CN|Asia/Shanghai|绵阳科创园|SC-U04|绵阳|31.4640|104.7410
            River Telecom Sichuan|CN|Asia/Shanghai|康定折多塘|SC-R01|康定|30.0000|101.9060
            River Telecom Sichuan|CN|Asia/Shanghai|理塘高原|SC-R02|理塘|29.9960|100.2690
            River Telecom Sichuan|CN|Asia/Shanghai|西昌邛海|SC-R03|西昌|27.8240|102.3060
            River Telecom Sichuan|CN|Asia/Shanghai|龙泉汇聚机房|SC-H01|成都|30.5560|104.2740
            Nordlicht Netze|DE|Europe/Berlin|Umspannwerk Harburg|NN-01|Hamburg|53.4600|9.9830
            Nordlicht Netze|DE|Europe/Berlin|Umspannwerk Altona|NN-02|Hamburg|53.5500|9.9350
            Nordlicht Netze|DE|Europe/Berlin|Umspannwerk Bergedorf|NN-03|Hamburg|53.4890|10.2140
            Nordlicht Netze|DE|Europe/Berlin|Schaltstation Stade|NN-04|Stade|53.5940|9.4760
            Nordlicht Netze|DE|Europe/Berlin|Leitstelle Hammerbrook|NN-05|Hamburg|53.5470|10.0240
            Nordlicht Netze|DE|Europe/Berlin|Windpark Brunsbüttel|NN-06|Brunsbüttel|53.8970|9.1390
            """;

    private final DemoDesk desk;

    DemoSites(DemoDesk desk) {
        this.desk = desk;
    }

    void make() {
        for (String[] it : DemoDesk.table(SITES)) {
            desk.make(
                    "site",
                    Map.of(
                            "account", desk.account(it[0]).id(),
                            "country", it[1],
                            "zone", it[2],
                            "name", it[3],
                            "code", it[4],
                            "city", it[5],
                            "latitude", new BigDecimal(it[6]),
                            "longitude", new BigDecimal(it[7])));
        }
    }
}
