package org.weir.store.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenPoolTest {
    /** Otherwise it may be open twice on the same files: once for the pool's first connection, once for all others. */
    @Test
    void an_embedded_database_stays_open_while_its_pool_has_no_connection_yet(@TempDir Path folder) throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        Path database = folder.resolve("weir");
        Settings settings = Settings.of("jdbc:hsqldb:file:" + database + ";shutdown=true", "SA", "");
        Pool pool = new OpenPool(settings, raw -> late(raw, free)).open();
        try {
            assertTrue(Files.exists(folder.resolve("weir.lck")), "closed by its first connection's end");
            free.countDown();
            try (Connection connection = pool.connections().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select 1 from (values (1))")) {
                assertTrue(row.next());
                assertEquals(1, row.getInt(1));
            }
        } finally {
            free.countDown();
            pool.close(false);
        }
        assertFalse(Files.exists(folder.resolve("weir.lck")), "not shut down");
    }

    /** Gives no connection before it is free to. */
    private static DataSource late(DataSource raw, CountDownLatch free) {
        return (DataSource) Proxy.newProxyInstance(
                OpenPoolTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        assertTrue(free.await(1, TimeUnit.MINUTES));
                    }
                    try {
                        return method.invoke(raw, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
