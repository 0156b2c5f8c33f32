package org.weir.admin.setting;

import org.osgi.service.metatype.AttributeDefinition;

/** What may be typed. */
enum Kind {
    TEXT,
    WHOLE,
    DECIMAL,
    SWITCH,
    SECRET;

    static Kind of(AttributeDefinition definition) {
        return switch (definition.getType()) {
            case AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.BYTE -> WHOLE;
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> DECIMAL;
            case AttributeDefinition.BOOLEAN -> SWITCH;
            case AttributeDefinition.PASSWORD -> SECRET;
            default -> TEXT;
        };
    }
}
