package org.weir.testkit.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Counts the statements that pass on the connections of a source. */
final class CountStatements implements UnaryOperator<DataSource> {
    private final AtomicLong number = new AtomicLong();

    long number() {
        return number.get();
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
