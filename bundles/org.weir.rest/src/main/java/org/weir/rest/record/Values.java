package org.weir.rest.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.rest.http.Strings;

/** Turns one JSON value into the Java value of a field's kind; nothing is guessed. */
final class Values {
    private static final int DIGITS = 40;

    private Values() {}

    /** The value has another form than the field's kind asks for. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text text;

        Wrong(String expected) {
            super(expected, null, false, false);
            this.text = Text.of("rest.field.wrong-type", Text.of(expected));
        }

        Text text() {
            return text;
        }
    }

    static @Nullable Object read(Field field, JsonNode json) throws Wrong {
        if (json.isNull()) {
            return switch (field.kind()) {
                case LIST, REFS -> List.of();
                default -> null;
            };
        }
        return switch (field.kind()) {
            case TEXT, CHOICE -> text(json);
            case BOOL -> bool(json);
            case INTEGER -> integer(json);
            case DECIMAL -> decimal(json);
            case MONEY -> money(json);
            case DATE -> date(json);
            case TIME -> time(json);
            case REF -> ref(field, json);
            case LIST -> list(json);
            case REFS -> refs(field, json);
        };
    }

    private static String text(JsonNode json) throws Wrong {
        if (!json.isTextual() || !Strings.sound(json.textValue())) {
            throw new Wrong("rest.type.text");
        }
        return json.textValue();
    }

    private static Boolean bool(JsonNode json) throws Wrong {
        if (!json.isBoolean()) {
            throw new Wrong("rest.type.bool");
        }
        return json.booleanValue();
    }

    private static Long integer(JsonNode json) throws Wrong {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw new Wrong("rest.type.integer");
        }
        return json.longValue();
    }

    private static BigDecimal decimal(JsonNode json) throws Wrong {
        if (!json.isNumber()) {
            throw new Wrong("rest.type.decimal");
        }
        return bounded(json.decimalValue(), "rest.type.decimal");
    }

    /** {@code 1e999999999} is short on the wire and endless in plain digits. */
    private static BigDecimal bounded(BigDecimal number, String expected) throws Wrong {
        long digits = (long) number.precision() - number.scale();
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS || digits > DIGITS) {
            throw new Wrong(expected);
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static Money money(JsonNode json) throws Wrong {
        JsonNode amount = json.get("amount");
        JsonNode currency = json.get("currency");
        if (!json.isObject()
                || json.size() != 2
                || amount == null
                || currency == null
                || !amount.isTextual()
                || !currency.isTextual()
                || !amount.textValue().matches("-?[0-9]{1,30}(\\.[0-9]{1,10})?")) {
            throw new Wrong("rest.type.money");
        }
        try {
            return new Money(
                    bounded(new BigDecimal(amount.textValue()), "rest.type.money"),
                    Currency.getInstance(currency.textValue()));
        } catch (IllegalArgumentException unknownCurrency) {
            throw new Wrong("rest.type.money");
        }
    }

    private static Object date(JsonNode json) throws Wrong {
        try {
            return Strings.date(text(json));
        } catch (DateTimeException | Wrong notOne) {
            throw new Wrong("rest.type.date");
        }
    }

    private static Object time(JsonNode json) throws Wrong {
        try {
            return Strings.instant(text(json));
        } catch (DateTimeException | Wrong notOne) {
            throw new Wrong("rest.type.time");
        }
    }

    private static UUID ref(Field field, JsonNode json) throws Wrong {
        JsonNode id = json;
        if (json.isObject()) {
            id = json.path("id");
            JsonNode type = json.get("type");
            for (String member : (Iterable<String>) json::fieldNames) {
                if (!Set.of("id", "title", "type").contains(member)) {
                    throw new Wrong("rest.type.ref");
                }
            }
            if (type != null && !type.asText().equals(field.ref())) {
                throw new Wrong("rest.type.ref");
            }
        }
        UUID uuid = id.isTextual() ? Strings.uuid(id.textValue()) : null;
        if (uuid == null) {
            throw new Wrong("rest.type.ref");
        }
        return uuid;
    }

    private static List<String> list(JsonNode json) throws Wrong {
        if (!json.isArray()) {
            throw new Wrong("rest.type.list");
        }
        List<String> all = new ArrayList<>();
        for (JsonNode entry : json) {
            all.add(text(entry));
        }
        return all;
    }

    private static List<UUID> refs(Field field, JsonNode json) throws Wrong {
        if (!json.isArray()) {
            throw new Wrong("rest.type.list");
        }
        List<UUID> all = new ArrayList<>();
        for (JsonNode entry : json) {
            all.add(ref(field, entry));
        }
        return all;
    }
}
