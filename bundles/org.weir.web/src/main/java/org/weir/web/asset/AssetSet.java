package org.weir.web.asset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one bundle under one hash, so that they may name each other by relative paths. */
public final class AssetSet {
    private final String hash;
    private final Set<String> scriptKeys;
    private final Map<String, Asset> files = new TreeMap<>();

    /**
     * @param contents path below {@code static/} to content
     * @param scriptKeys keys of the texts that the bundle's scripts say
     */
    public AssetSet(Map<String, byte[]> contents, Set<String> scriptKeys) {
        this.scriptKeys = Set.copyOf(scriptKeys);
        MessageDigest digest = sha256();
        new TreeMap<>(contents).forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
            files.put(path, Asset.of(path, content));
        });
        this.hash = HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Set<String> scriptKeys() {
        return scriptKeys;
    }

    String hash() {
        return hash;
    }

    Set<String> paths() {
        return files.keySet();
    }

    @Nullable
    Asset find(String path) {
        return files.get(path);
    }
}
