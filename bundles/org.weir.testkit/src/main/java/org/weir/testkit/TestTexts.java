package org.weir.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.weir.base.api.Texts;
import org.weir.base.texts.Catalog;
import org.weir.base.texts.TextFile;
import org.weir.testkit.database.ClassPath;

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

    /** The texts of every bundle on the class path. */
    public static Texts all() {
        List<TextFile> files = new ArrayList<>();
        for (URL url : ClassPath.files("OSGI-INF/l10n", ".properties")) {
            if (TextFile.isOne(url)) {
                try {
                    files.add(TextFile.read(url));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Catalog.of(files);
    }
}
