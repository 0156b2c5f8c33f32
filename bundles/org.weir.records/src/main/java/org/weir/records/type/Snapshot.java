package org.weir.records.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes.Inverse;

/** The record types at one moment, with the ways back between them; immutable. */
final class Snapshot {
    private static final Set<String> OF_ACCESS = Set.of("user", "team");
    static final Snapshot EMPTY = new Snapshot(List.of());

    private final Set<String> there;
    private final List<RecordType> all;
    private final Map<String, RecordType> byName = new LinkedHashMap<>();
    private final Map<String, List<Inverse>> inverses = new HashMap<>();
    private final Set<String> accounts;

    Snapshot(List<RecordType> types) {
        Set<String> names = types.stream().map(RecordType::name).collect(Collectors.toSet());
        names.addAll(OF_ACCESS);
        there = Set.copyOf(names);
        all = types.stream()
                .map(this::asItStands)
                .sorted(Comparator.comparing(RecordType::section)
                        .thenComparing(RecordType::order)
                        .thenComparing(RecordType::name))
                .toList();
        all.forEach(it -> byName.put(it.name(), it));
        accounts = Stream.concat(
                        Stream.of("account"),
                        all.stream().flatMap(it -> it.meaning(Meaning.ACCOUNT).map(Field::ref).stream()))
                .collect(Collectors.toSet());
        for (RecordType type : all) {
            for (Field field : type.fields()) {
                if (!field.inverse().isEmpty() && (field.kind() == Kind.REF || field.kind() == Kind.REFS)) {
                    inverses.computeIfAbsent(field.ref(), it -> new ArrayList<>())
                            .add(new Inverse(field.inverse(), type, field));
                }
            }
        }
    }

    /** Without the fields that refer to types that are not there. */
    RecordType asItStands(RecordType declared) {
        return declared.where(there::contains);
    }

    List<RecordType> all() {
        return all;
    }

    Map<String, RecordType> byName() {
        return byName;
    }

    /** Whether records of the type are what other records name as their account. */
    boolean isAccount(String type) {
        return accounts.contains(type);
    }

    List<Inverse> inverses(String of) {
        return List.copyOf(inverses.getOrDefault(of, List.of()));
    }
}
