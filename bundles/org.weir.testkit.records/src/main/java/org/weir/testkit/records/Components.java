package org.weir.testkit.records;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.weir.store.api.Database;
import org.weir.testkit.database.TestDatabase;

/**
 * The components of the class path, each made once when it is asked for, through its constructor as the DS runtime would.
 * One whose schema was not asked for, or that needs what the class path does not have, is left out and says why.
 */
final class Components {
    private static final Pattern SCHEMA = Pattern.compile("\\(schema=(\\w+)\\)");

    private final TestDatabase databases;
    private final List<Description> descriptions = Description.onClassPath();
    private final Map<String, Object> given = new HashMap<>();
    private final Map<Description, Optional<Object>> made = new HashMap<>();
    private final Map<String, String> waiting = new TreeMap<>();

    Components(TestDatabase databases) {
        this.databases = databases;
    }

    <T> void give(Class<T> service, T object) {
        given.put(service.getName(), object);
    }

    List<Description> descriptions() {
        return descriptions;
    }

    /** Why components could not be made, by class. */
    Map<String, String> waiting() {
        return waiting;
    }

    /** All that provide the service. */
    <T> List<T> all(Class<T> service) {
        return providers(service.getName()).map(service::cast).toList();
    }

    <T> T one(Class<T> service) {
        Object found = find(service.getName(), "");
        if (found == null) {
            throw new AssertionError(service.getName() + " is not on the class path; waiting: " + waiting);
        }
        return service.cast(found);
    }

    Optional<Object> make(Description description) {
        Optional<Object> known = made.get(description);
        if (known == null) {
            made.put(description, Optional.empty());
            known = Optional.ofNullable(create(description));
            made.put(description, known);
        }
        return known;
    }

    private Stream<Object> providers(String service) {
        return descriptions.stream()
                .filter(it -> it.services().contains(service) || it.className().equals(service))
                .map(this::make)
                .flatMap(Optional::stream);
    }

    private @Nullable Object find(String service, String target) {
        if (service.equals(Database.class.getName())) {
            Matcher schema = SCHEMA.matcher(target);
            return schema.find() && databases.has(schema.group(1)) ? databases.schema(schema.group(1)) : null;
        }
        Object object = given.get(service);
        return object != null ? object : providers(service).findFirst().orElse(null);
    }

    private @Nullable Object create(Description description) {
        Constructor<?> constructor = constructor(description);
        @Nullable Object[] arguments = new Object[description.parameters()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = constructor.getParameterTypes()[i];
            int place = i;
            Description.Reference reference = description.references().stream()
                    .filter(it -> it.parameter() == place)
                    .findFirst()
                    .orElse(null);
            if (reference == null && type.isAnnotation()) {
                arguments[i] = defaults(type);
            } else if (reference == null && type == BundleContext.class) {
                arguments[i] = withoutProperties();
            } else if (reference == null) {
                return wait(description, type.getName());
            } else if (reference.many()) {
                arguments[i] = new ArrayList<>(providers(reference.service()).toList());
            } else {
                arguments[i] = find(reference.service(), reference.target());
                if (arguments[i] == null && !reference.optional()) {
                    return wait(description, reference.service() + reference.target());
                }
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(description.className() + " does not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(description.className() + " cannot be made", e);
        }
    }

    private @Nullable Object wait(Description description, String what) {
        waiting.put(description.className(), what);
        return null;
    }

    private static Constructor<?> constructor(Description description) {
        try {
            return Stream.of(Class.forName(description.className()).getConstructors())
                    .filter(it -> it.getParameterCount() == description.parameters())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(description.className() + " has no public constructor with "
                            + description.parameters() + " parameters"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A framework without settings; whoever asks it for more is no case for this. */
    private static Object withoutProperties() {
        return Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty")) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A configuration without settings. */
    private static Object defaults(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> method.getDefaultValue());
    }
}
