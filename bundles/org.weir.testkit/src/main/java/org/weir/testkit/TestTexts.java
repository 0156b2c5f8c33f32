package org.weir.testkit;

import java.util.ArrayList;
import java.util.List;
import org.weir.base.api.Texts;
import org.weir.base.texts.Catalog;
import org.weir.base.texts.TextFile;

/** The real texts, read from the class path. */
public final class TestTexts {
    private TestTexts() {}

    /** @param names the files to read, as in {@code OSGI-INF/l10n/NAME.properties}, for example {@code base} */
    public static Texts of(String... names) {
        List<TextFile> files = new ArrayList<>();
        for (String name : names) {
            files.addAll(TextFiles.of(name));
        }
        return Catalog.of(files);
    }
}
