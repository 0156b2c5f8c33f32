package org.weir.relationship.offering;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.records.api.Completion;

/** A product without a code is called by the letters and digits of its name too: {@code GTX Pro} is {@code GTXPRO}. */
@Component
public final class CodeOfProduct implements Completion {
    private static final int LONGEST = 80;

    @Override
    public String type() {
        return "product";
    }

    @Override
    public Map<String, ?> complete(Actor actor, Map<String, Object> given) {
        StringBuilder code = new StringBuilder();
        String.valueOf(given.getOrDefault("name", ""))
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST / 2)
                .forEach(code::appendCodePoint);
        return code.isEmpty() ? Map.of() : Map.of("code", code.toString());
    }
}
