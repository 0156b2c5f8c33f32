package org.weir.operations.backup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;

/** The folders of this Weir, and which of them belong into an archive. */
record Place(Path base, Path data) {
    static Place of(BundleContext context) {
        String data = context.getProperty("weir.data");
        Path folder = Path.of(data == null ? "data" : data).toAbsolutePath();
        String base = context.getProperty("weir.base");
        return new Place(
                base == null ? folder.resolve("..").normalize() : Path.of(base).toAbsolutePath(), folder);
    }

    /** What stands beside the database, by its name in the archive. */
    Map<String, Path> written() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("files", data.resolve("files"));
        folders.put("keys", data.resolve("keys"));
        folders.put("conf", base.resolve("conf"));
        folders.put("deploy", base.resolve("deploy"));
        folders.put("data", data.resolve("region"));
        return folders;
    }

    /** What a restore brings back; the settings go beside the present ones, for the launcher to sort out. */
    Map<String, Path> restored() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("files", data.resolve("files"));
        folders.put("keys", data.resolve("keys"));
        folders.put("conf", base.resolve("conf.restored"));
        folders.put("deploy", base.resolve("deploy.restored"));
        return folders;
    }
}
