package org.weir.partner.example.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;
import org.weir.testkit.records.RecordTypeContract;

@Schemas({"access", "records", "relationship", "example"})
final class SurveyStoreTest extends RecordTypeContract {
    @Override
    protected String type() {
        return "example-survey";
    }

    @Override
    protected Map<String, Object> sample(RecordHouse house) {
        Row account = house.create("account", Map.of("name", "Atlas"));
        return Map.of("site", "Hill", "account", account.id(), "plannedOn", LocalDate.of(2026, 5, 4));
    }

    @Override
    protected Map<String, @Nullable Object> change() {
        return Map.of("site", "Valley", "loadKw", new BigDecimal("12.500"));
    }

    @OnEachDatabase
    void a_survey_is_completed_once_with_what_was_measured(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Row survey = house.create("example-survey", sample(house));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> house.run(house.system(), survey, "complete", Map.of()));
        assertEquals("loadKw", refused.fields().get(0).field());
        house.run(house.system(), survey, "complete", Map.of("loadKw", new BigDecimal("3.250")));
        assertEquals("done", house.read(survey).text("state"));
        assertThrows(
                ProblemException.class,
                () -> house.run(house.system(), survey, "complete", Map.of("loadKw", BigDecimal.ONE)));
    }

    @OnEachDatabase
    void an_account_responsible_plans_surveys(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Actor responsible = house.user("kim", "account-responsible");
        assertTrue(responsible.may("example-survey:create"));
    }
}
