package org.weir.mail.choice;

import java.util.Set;
import java.util.UUID;
import org.weir.store.api.Database;

/** Which kinds of letters people do not wish. */
public final class ChoiceStore {
    private final Database database;

    public ChoiceStore(Database database) {
        this.database = database;
    }

    public Set<String> silenced(UUID user) {
        return database.read(handle -> handle.createQuery("select template from mail.silenced where user_id = :user")
                .bind("user", user)
                .mapTo(String.class)
                .set());
    }

    public void silence(UUID user, Set<String> templates) {
        database.perform(handle -> {
            handle.createUpdate("delete from mail.silenced where user_id = :user")
                    .bind("user", user)
                    .execute();
            for (String template : templates) {
                handle.createUpdate("insert into mail.silenced (user_id, template) values (:user, :template)")
                        .bind("user", user)
                        .bind("template", template)
                        .execute();
            }
        });
    }
}
