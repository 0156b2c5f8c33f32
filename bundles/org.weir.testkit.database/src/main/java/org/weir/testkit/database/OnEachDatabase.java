package org.weir.testkit.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on HSQLDB and once on PostgreSQL, each time with a fresh database. The method (and any
 * {@code @BeforeEach}) takes a {@link TestDatabase}:
 *
 * <pre>{@code
 * @Schemas("example")
 * final class NoteStoreTest {
 *     @OnEachDatabase
 *     void a_note_that_was_saved_is_found_again(TestDatabase databases) {
 *         NoteStore notes = new NoteStore(databases.schema("example"));
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EachDatabase.class)
public @interface OnEachDatabase {}
