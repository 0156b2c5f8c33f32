package org.weir.delivery.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;

/** Crews of three regions, each region with its calendar. */
final class DemoCrews {
    private static final List<String> SKILLS = List.of(
            "planning", "survey", "logistics", "civil", "civil", "installation", "installation", "commissioning");
    private static final Map<String, List<String>> NAMES = Map.of(
            "africa",
            List.of(
                    "Planning Johannesburg",
                    "Survey Gauteng",
                    "Logistics Durban",
                    "Civil North",
                    "Civil South",
                    "Installation 1",
                    "Installation 2",
                    "Commissioning Africa"),
            "eu",
            List.of(
                    "Planning Hamburg",
                    "Survey Hamburg",
                    "Logistics Bremen",
                    "Civil Elbe",
                    "Civil Weser",
                    "Installation Hamburg",
                    "Installation Berlin",
                    "Commissioning Europe"),
            "cn",
            List.of("成都策划组", "成都勘测队", "西南物流组", "土建一队", "土建二队", "安装一队", "安装二队", "西南调测组"));

    private final Records records;
    private final Directory directory;
    private final Actor system;
    private final LocalDate today;

    DemoCrews(Records records, Directory directory, Actor system, LocalDate today) {
        this.records = records;
        this.directory = directory;
        this.system = system;
        this.today = today;
    }

    void make() {
        region("africa", "Crews Southern Africa", "Africa/Johannesburg", "Mo-Fr 08:00-17:00", "james");
        region("eu", "Crews Europe", "Europe/Berlin", "Mo-Fr 07:30-16:30", "priya");
        region("cn", "西南施工日历", "Asia/Shanghai", "Mo-Fr 08:30-18:00; Sa 08:30-12:00", "chenjing");
    }

    private void region(String region, String calendarName, String zone, String hours, String lead) {
        Map<String, Object> calendar = new LinkedHashMap<>();
        calendar.put("name", calendarName);
        calendar.put("zone", zone);
        calendar.put("hours", hours);
        calendar.put("regionHolidays", false);
        UUID works =
                records.create(system, Draft.create("work-calendar", calendar)).id();
        List<String> names = Objects.requireNonNull(NAMES.get(region));
        UUID responsible = directory.byLogin(lead).orElseThrow().id();
        for (int i = 0; i < SKILLS.size(); i++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", names.get(i));
            values.put("skill", SKILLS.get(i));
            values.put("region", region);
            values.put("calendar", works);
            values.put(
                    "capacity",
                    SKILLS.get(i).equals("planning") ? 3 : SKILLS.get(i).equals("logistics") ? 2 : 1);
            values.put("lead", responsible);
            UUID crew = records.create(system, Draft.create(DeliveryTypes.CREW, values))
                    .id();
            if (i == 4) {
                absence(crew, today.plusDays(4), 4, region.equals("cn") ? "年假" : "Leave");
            } else if (i == 5) {
                absence(crew, today.plusDays(11), 1, region.equals("cn") ? "安全培训" : "Safety training");
            }
        }
    }

    private void absence(UUID crew, LocalDate first, int more, String why) {
        Map<String, Object> values =
                Map.of("crew", crew, "firstDay", first, "lastDay", first.plusDays(more), "why", why);
        Objects.requireNonNull(records.create(system, Draft.create(DeliveryTypes.CREW_ABSENCE, values)));
    }
}
