package org.weir.testkit.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Counts the statements that pass on the connections of a source, and keeps the texts of the last. */
final class CountStatements implements UnaryOperator<DataSource> {
    private static final int KEPT = 50;

    private final AtomicLong number = new AtomicLong();
    private final Deque<String> last = new ArrayDeque<>();

    long number() {
        return number.get();
    }

    /** The oldest first. */
    List<String> last() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void keep(String text) {
        synchronized (last) {
            last.add(text);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }

    @Override
    public DataSource apply(DataSource source) {
        return around(DataSource.class, source);
    }

    /** Passes everything on, looks into connections and statements that come back, and counts what is executed. */
    private <T> T around(Class<T> type, T inner) {
        InvocationHandler handler = (proxy, method, args) -> {
            if (inner instanceof Statement && method.getName().startsWith("execute")) {
                number.incrementAndGet();
            }
            if (method.getName().equals("prepareStatement") && args[0] instanceof String text) {
                keep(text);
            }
            try {
                Object result = method.invoke(inner, args);
                return result instanceof Connection || result instanceof Statement
                        ? aroundResult(method.getReturnType(), result)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(CountStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> T aroundResult(Class<T> type, Object result) {
        return type.isInterface() ? around(type, type.cast(result)) : type.cast(result);
    }
}
