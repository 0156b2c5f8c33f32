package org.weir.store.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.jdbc.JDBCUtil;
import org.junit.jupiter.api.Test;

final class InsideTest {
    @Test
    void what_breaks_in_the_database_is_told_from_what_it_refuses() throws Exception {
        SQLException broken = JDBCUtil.sqlException(
                Error.error(new ArrayIndexOutOfBoundsException(8192), ErrorCode.DATA_FILE_ERROR, "of a page"));
        assertTrue(Inside.is(new IllegalStateException(broken)), broken::toString);
        try (Connection connection = DriverManager.getConnection("jdbc:hsqldb:mem:inside", "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table thing (id int primary key, name varchar(3))");
            for (String refused : List.of(
                    "insert into thing values (1, 'long')",
                    "insert into thing values ('x', 'y')",
                    "select 1 / 0 from (values (1))",
                    "select cast('x' as date) from (values (1))",
                    "select nothing from thing")) {
                SQLException refusal = assertThrows(SQLException.class, () -> statement.executeQuery(refused));
                assertFalse(Inside.is(refusal), refused);
            }
            statement.execute("shutdown");
        }
    }
}
