package org.weir.store.connection;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps HSQLDB from compiling the same statement again and again, which takes ten times as long as running it. A session
 * shares the compiled form among statements with the same text as long as one of them is open: so one of each is held
 * open, the least recently used given up. PostgreSQL's driver does this by itself.
 */
record CompiledOnce(DataSource raw) implements DataSource {
    private static final int KEPT = 64;

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                CompiledOnce.class.getClassLoader(), new Class<?>[] {Connection.class}, new Kept(raw.getConnection()));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return raw.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return raw.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        raw.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        raw.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return raw.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("hsqldb");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return raw.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return raw.isWrapperFor(type);
    }

    /** One connection with the statements it holds open; used by one thread at a time, like any connection. */
    private static final class Kept implements InvocationHandler {
        private final Connection connection;
        private final Map<String, PreparedStatement> open = new LinkedHashMap<>(KEPT, 0.75f, true);

        Kept(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            if (args != null && method.getName().equals("prepareStatement") && usual(args)) {
                keep((String) args[0]);
            }
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        /** What is asked for without saying more, or as Jdbi says the same. */
        private static boolean usual(Object[] args) {
            return args.length == 1
                    || (args.length == 3
                            && args[1].equals(ResultSet.TYPE_FORWARD_ONLY)
                            && args[2].equals(ResultSet.CONCUR_READ_ONLY));
        }

        private void keep(String sql) throws SQLException {
            if (open.get(sql) != null) {
                return;
            }
            open.put(sql, connection.prepareStatement(sql));
            if (open.size() > KEPT) {
                var eldest = open.values().iterator();
                eldest.next().close();
                eldest.remove();
            }
        }
    }
}
