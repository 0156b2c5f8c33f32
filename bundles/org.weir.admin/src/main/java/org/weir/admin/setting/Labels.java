package org.weir.admin.setting;

import java.util.Locale;
import org.weir.base.api.Texts;

/**
 * Words for settings: a text {@code settings.PID} or {@code settings.PID.NAME} of any bundle, or else what the declaration
 * itself says.
 */
final class Labels {
    private final Texts texts;
    private final Locale locale;

    Labels(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    String section(Section section) {
        return texts.find(locale, "settings." + section.pid()).orElse(section.label());
    }

    String setting(Section section, Setting setting) {
        return texts.find(locale, "settings." + section.pid() + "." + setting.name())
                .orElse(setting.label());
    }
}
