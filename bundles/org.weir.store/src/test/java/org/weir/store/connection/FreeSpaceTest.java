package org.weir.store.connection;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.jdbc.JDBCUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.ProblemException;

final class FreeSpaceTest {
    private static final SQLException UNWRITTEN = JDBCUtil.sqlException(
            Error.error(new IOException("No space left on device"), ErrorCode.GENERAL_IO_ERROR, ""));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_reader_who_fails_for_want_of_room_on_the_disk_is_told_so() {
        FreeSpace full = keeping(Long.MAX_VALUE);
        ProblemException told =
                assertThrows(ProblemException.class, () -> full.told(new IllegalStateException(UNWRITTEN)));
        assertEquals(503, told.status());
        assertEquals("problem.disk-full", told.text().key());
    }

    @Test
    void other_failures_and_those_with_room_left_stay_what_they_are() {
        assertDoesNotThrow(() -> keeping(1).told(UNWRITTEN));
        assertDoesNotThrow(() -> keeping(0).told(UNWRITTEN));
        assertDoesNotThrow(() -> keeping(Long.MAX_VALUE).told(JDBCUtil.sqlException(Error.error(ErrorCode.X_42501))));
    }

    private FreeSpace keeping(long bytes) {
        return new FreeSpace(
                new Settings("jdbc:hsqldb:file:" + folder.resolve("weir"), "SA", "", 2, Duration.ofSeconds(1), bytes));
    }
}
