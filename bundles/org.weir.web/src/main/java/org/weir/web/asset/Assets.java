package org.weir.web.asset;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The static files of all bundles, by set (a bundle's {@code static/} folder); a set has one hash in its addresses. */
public final class Assets {
    private final Map<Object, AssetSet> sets = new ConcurrentHashMap<>();
    private volatile Map<String, AssetSet> byPath = Map.of();

    /** @param owner who brings the set, to take it away again */
    public void add(Object owner, AssetSet set) {
        sets.put(owner, set);
        index();
    }

    public void remove(Object owner) {
        sets.remove(owner);
        index();
    }

    private synchronized void index() {
        Map<String, AssetSet> next = new TreeMap<>();
        sets.values().forEach(set -> set.paths().forEach(path -> next.put(path, set)));
        byPath = Map.copyOf(next);
    }

    /** The address of a file; without a hash (and then not found) when no bundle has it. */
    public String url(String path) {
        AssetSet set = byPath.get(path);
        return "/assets/" + (set == null ? "none" : set.hash()) + "/" + path;
    }

    /** The keys of all texts that scripts say. */
    public Set<String> scriptKeys() {
        Set<String> keys = new TreeSet<>();
        sets.values().forEach(it -> keys.addAll(it.scriptKeys()));
        return keys;
    }

    /** @param hash as in the address; a file of another edition is not answered in its place */
    @Nullable
    Asset find(String hash, String path) {
        AssetSet set = byPath.get(path);
        return set != null && set.hash().equals(hash) ? set.find(path) : null;
    }
}
