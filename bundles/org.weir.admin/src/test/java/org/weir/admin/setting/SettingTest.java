package org.weir.admin.setting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;
import org.weir.base.api.Text;

class SettingTest {
    private record Declared(int type, int cardinality, String... options) implements AttributeDefinition {
        @Override
        public String getName() {
            return "One";
        }

        @Override
        public String getID() {
            return "one";
        }

        @Override
        public String getDescription() {
            return "";
        }

        @Override
        public int getCardinality() {
            return cardinality;
        }

        @Override
        public int getType() {
            return type;
        }

        @Override
        public String @Nullable [] getOptionValues() {
            return options.length == 0 ? null : options;
        }

        @Override
        public String @Nullable [] getOptionLabels() {
            return getOptionValues();
        }

        /** As Felix says it, for whole numbers up to 10. */
        @Override
        public @Nullable String validate(String value) {
            return type == INTEGER && Long.parseLong(value) > 10 ? "%greater than maximum" : "";
        }

        @Override
        public String[] getDefaultValue() {
            return new String[] {"2"};
        }
    }

    private static @Nullable String problem(Setting setting, String typed) {
        Text problem = setting.problem(typed);
        return problem == null ? null : problem.key();
    }

    @Test
    void whole_numbers_within_their_range_are_taken() {
        Setting whole = new Setting(new Declared(AttributeDefinition.INTEGER, 0));
        assertNull(problem(whole, "7"));
        assertEquals("settings.whole", problem(whole, "seven"));
        assertEquals("settings.whole", problem(whole, ""));
        assertEquals("settings.whole", problem(whole, "99999999999999999999"));
        assertEquals("settings.too-large", problem(whole, "99999999999"));
        assertEquals("settings.too-large", problem(whole, "11"));
        assertEquals(7, whole.value("7"));
    }

    @Test
    void switches_and_choices_take_what_they_offer() {
        assertEquals("settings.switch", problem(new Setting(new Declared(AttributeDefinition.BOOLEAN, 0)), "maybe"));
        Setting choice = new Setting(new Declared(AttributeDefinition.STRING, 0, "a", "b"));
        assertNull(problem(choice, "a"));
        assertEquals("settings.option", problem(choice, "c"));
    }

    @Test
    void several_stand_with_commas_between() {
        Setting several = new Setting(new Declared(AttributeDefinition.STRING, 10));
        assertNull(problem(several, "one, two,"));
        assertArrayEquals(new String[] {"one", "two"}, (String[]) several.value("one, two,"));
        assertArrayEquals(new String[0], (String[]) several.value(""));
    }
}
