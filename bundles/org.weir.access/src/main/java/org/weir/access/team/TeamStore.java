package org.weir.access.team;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.team.TeamTree.Node;

/** The table of teams. */
final class TeamStore {
    List<Node> all(Handle handle) {
        return handle.createQuery("select id, name, parent_id from access.teams")
                .map((rs, ctx) -> new Node(
                        rs.getObject("id", UUID.class), rs.getString("name"), rs.getObject("parent_id", UUID.class)))
                .list();
    }

    void insert(Handle handle, Node node) {
        handle.createUpdate("insert into access.teams (id, name, parent_id) values (:id, :name, cast(:parent as uuid))")
                .bind("id", node.id())
                .bind("name", node.name())
                .bindByType("parent", node.parent(), UUID.class)
                .execute();
    }

    void update(Handle handle, Node node) {
        handle.createUpdate("update access.teams set name = :name, parent_id = cast(:parent as uuid) where id = :id")
                .bind("id", node.id())
                .bind("name", node.name())
                .bindByType("parent", node.parent(), UUID.class)
                .execute();
    }
}
