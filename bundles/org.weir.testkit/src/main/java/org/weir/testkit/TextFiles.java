package org.weir.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.weir.base.texts.TextFile;

/** Text files on the class path. */
final class TextFiles {
    /** Every language that the suite speaks, as file names end; English has no ending. */
    static final List<String> LANGUAGES = List.of("", "_zh_CN");

    private TextFiles() {}

    static List<TextFile> of(String name) {
        List<TextFile> files = new ArrayList<>();
        for (String language : LANGUAGES) {
            String path = "OSGI-INF/l10n/" + name + language + ".properties";
            URL url = TextFiles.class.getClassLoader().getResource(path);
            if (url == null) {
                throw new AssertionError(path + " is not on the class path");
            }
            try {
                files.add(TextFile.read(url));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
