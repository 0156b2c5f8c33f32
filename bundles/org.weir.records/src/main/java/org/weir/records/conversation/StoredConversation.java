package org.weir.records.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.records.api.Conversation;
import org.weir.records.api.Row;
import org.weir.records.format.PlainText;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;

/** Comments and followers in the database. */
@Component(service = Conversation.class)
public final class StoredConversation implements Conversation {
    private static final int LONGEST = 10_000;
    private static final int MOST = 1_000;
    private static final String COLUMNS =
            "r.id, r.author, r.author_name, r.said_at, r.words, r.edited_at, r.deleted_at, r.type, r.record";

    private final RecordKit kit;

    @Activate
    public StoredConversation(@Reference RecordKit kit) {
        this.kit = kit;
    }

    /** The oldest first; of more than 1,000 the newest. */
    @Override
    public List<Comment> comments(Actor actor, String type, UUID id) {
        return kit.database().read(handle -> {
            visible(handle, actor, type, id);
            return comments(handle, type, id);
        });
    }

    @Override
    public List<Comment> comments(Actor actor, Row row) {
        visible(actor, row);
        return kit.database().read(handle -> comments(handle, row.type().name(), row.id()));
    }

    private static List<Comment> comments(Handle handle, String type, UUID id) {
        Sql sql = Sql.of(
                "select " + COLUMNS + " from records.remark r where r.record = ? and r.type = ?"
                        + " order by r.record desc, r.id desc limit ?",
                id,
                type,
                MOST);
        List<Comment> newest = new java.util.ArrayList<>();
        Statements.query(handle, sql, StoredConversation::said).forEach(it -> newest.add(it.comment()));
        java.util.Collections.reverse(newest);
        return List.copyOf(newest);
    }

    @Override
    public Comment comment(Actor actor, String type, UUID id, String text) {
        String words = words(text);
        Comment comment = new Comment(Ids.next(), actor.user(), actor.name(), now(), words, null, false);
        return kit.database().write(handle -> {
            visible(handle, actor, type, id);
            Statements.update(
                    handle, Sql.of("""
                            insert into records.remark (id, type, record, author, author_name, said_at, words)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """, comment.id(), type, id, comment.by(), comment.byName(), comment.at(), words));
            tell(COMMENTED, actor, type, id, comment.id(), comment.at());
            return comment;
        });
    }

    private void tell(String event, Actor actor, String type, UUID record, UUID comment, Instant at) {
        UUID by = actor.user().equals(Actor.SYSTEM) ? null : actor.user();
        kit.events().append(new Event(Ids.next(), event, type, record, at, by, "{\"comment\":\"" + comment + "\"}"));
    }

    @Override
    public List<Said> said(Collection<UUID> comments) {
        Sql sql = Sql.of("select " + COLUMNS + " from records.remark r where r.deleted_at is null and ")
                .add(Sql.in("r.id", comments));
        return kit.database().read(handle -> Statements.query(handle, sql, StoredConversation::said));
    }

    @Override
    public List<Said> walk(@Nullable UUID after, int limit) {
        Sql sql = Sql.of("select " + COLUMNS + " from records.remark r where r.deleted_at is null");
        if (after != null) {
            sql.add(" and r.id > ?", after);
        }
        sql.add(" order by r.id limit ?", limit);
        return kit.database().read(handle -> Statements.query(handle, sql, StoredConversation::said));
    }

    @Override
    public Comment edit(Actor actor, UUID id, String text) {
        String words = words(text);
        return kit.database().write(handle -> {
            Said said = own(handle, actor, id);
            Comment before = said.comment();
            Instant now = now();
            Statements.update(
                    handle, Sql.of("update records.remark set words = ?, edited_at = ? where id = ?", words, now, id));
            tell(COMMENT_CHANGED, actor, said.type(), said.record(), id, now);
            return new Comment(id, before.by(), before.byName(), before.at(), words, now, false);
        });
    }

    @Override
    public void delete(Actor actor, UUID id) {
        kit.database().write(handle -> {
            Said said = own(handle, actor, id);
            Instant now = now();
            tell(COMMENT_CHANGED, actor, said.type(), said.record(), id, now);
            return Statements.update(
                    handle, Sql.of("update records.remark set words = '', deleted_at = ? where id = ?", now, id));
        });
    }

    private Said own(Handle handle, Actor actor, UUID id) {
        Said remark = Statements.first(
                handle,
                Sql.of("select " + COLUMNS + " from records.remark r where r.id = ?", id),
                StoredConversation::said);
        if (remark == null || remark.comment().deleted()) {
            throw ProblemException.notFound();
        }
        visible(handle, actor, remark.type(), remark.record());
        if (!remark.comment().by().equals(actor.user())) {
            throw new ProblemException(403, Text.of("records.comment.not-own"), List.of());
        }
        return remark;
    }

    @Override
    public boolean follows(Actor actor, String type, UUID id) {
        return kit.database().read(handle -> {
            visible(handle, actor, type, id);
            return isFollower(handle, actor, id);
        });
    }

    @Override
    public boolean follows(Actor actor, Row row) {
        visible(actor, row);
        return kit.database().read(handle -> isFollower(handle, actor, row.id()));
    }

    private static boolean isFollower(Handle handle, Actor actor, UUID id) {
        return Statements.any(
                handle,
                Sql.of("select 1 from records.follower f where f.follower = ? and f.record = ?", actor.user(), id));
    }

    @Override
    public void follow(Actor actor, String type, UUID id, boolean follow) {
        kit.database().write(handle -> {
            visible(handle, actor, type, id);
            Statements.update(
                    handle, Sql.of("delete from records.follower where follower = ? and record = ?", actor.user(), id));
            return follow
                    ? Statements.update(
                            handle,
                            Sql.of(
                                    "insert into records.follower (follower, record, type, since) values (?, ?, ?, ?)",
                                    actor.user(),
                                    id,
                                    type,
                                    now()))
                    : 0;
        });
    }

    @Override
    public int followers(Actor actor, String type, UUID id) {
        return kit.database().read(handle -> {
            visible(handle, actor, type, id);
            Integer count = Statements.first(
                    handle,
                    Sql.of("select count(*) from records.follower f where f.record = ?", id),
                    it -> it.getInt(1));
            return count == null ? 0 : count;
        });
    }

    @Override
    public List<UUID> followedBy(Actor actor, String type, UUID id) {
        return kit.database().read(handle -> {
            visible(handle, actor, type, id);
            return Statements.query(
                    handle,
                    Sql.of("select f.follower from records.follower f where f.record = ? order by f.since", id),
                    it -> it.getObject(1, UUID.class));
        });
    }

    private void visible(Handle handle, Actor actor, String name, UUID id) {
        if (!kit.reach().sees(handle, actor, kit.types().get(name), id)) {
            throw ProblemException.notFound();
        }
    }

    private void visible(Actor actor, Row row) {
        if (!kit.reach().sees(actor, row)) {
            throw ProblemException.notFound();
        }
    }

    private static String words(String text) {
        String words = PlainText.tidy(text);
        if (words == null || words.length() > LONGEST) {
            throw ProblemException.invalid("text", Text.of("records.comment.length", LONGEST));
        }
        String forbidden = PlainText.forbidden(words, true);
        if (forbidden != null) {
            throw ProblemException.invalid("text", Text.of("records.error.control", forbidden));
        }
        return words;
    }

    private static Said said(ResultSet row) throws SQLException {
        Comment comment = new Comment(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(7) == null ? row.getString(5) : "",
                time(row, 6),
                row.getObject(7) != null);
        return new Said(comment, row.getString(8), row.getObject(9, UUID.class));
    }

    private static @Nullable Instant time(ResultSet row, int at) throws SQLException {
        OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private Instant now() {
        return kit.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
