package org.weir.records.row;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Of what was used lately, between one and two times {@code enough}; safe from many threads. */
final class Lately<K, V> {
    private final int enough;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    Lately(int enough) {
        this.enough = enough;
    }

    @Nullable
    V get(K key) {
        V value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return value;
    }

    void put(K key, V value) {
        young.put(key, value);
        if (young.size() >= enough) {
            grow();
        }
    }

    private synchronized void grow() {
        if (young.size() >= enough) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
