package org.weir.search.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.records.api.Conversation;
import org.weir.records.api.Conversation.Said;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.search.api.SearchDocuments;

/** Comments on records, shown under the title of the record. */
@Component
public final class CommentDocuments implements SearchDocuments {
    private static final Pattern COMMENT = Pattern.compile("\"comment\":\"([0-9a-f-]{36})\"");

    private final Conversation conversation;
    private final RecordTypes types;
    private final Records records;

    @Activate
    public CommentDocuments(
            @Reference Conversation conversation, @Reference RecordTypes types, @Reference Records records) {
        this.conversation = conversation;
        this.types = types;
        this.records = records;
    }

    @Override
    public String kind() {
        return "comment";
    }

    @Override
    public Text label() {
        return Text.of("search.comments");
    }

    @Override
    public String icon() {
        return "message-square";
    }

    @Override
    public String permission() {
        return "signed-in";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<Document> walk(@Nullable UUID after, int limit) {
        return conversation.walk(after, limit).stream()
                .map(CommentDocuments::document)
                .toList();
    }

    @Override
    public Collection<UUID> changed(Event event) {
        if (!event.type().equals(Conversation.COMMENTED) && !event.type().equals(Conversation.COMMENT_CHANGED)) {
            return List.of();
        }
        Matcher comment = COMMENT.matcher(event.data());
        return comment.find() ? List.of(UUID.fromString(comment.group(1))) : List.of();
    }

    @Override
    public List<Document> read(Collection<UUID> ids) {
        return conversation.said(ids).stream().map(CommentDocuments::document).toList();
    }

    private static Document document(Said said) {
        return new Document(
                said.comment().id(),
                "",
                List.of(),
                List.of(),
                List.of(said.comment().text()));
    }

    @Override
    public Set<UUID> visible(Actor actor, Collection<UUID> ids) {
        return seen(actor, ids).stream().map(it -> it.comment().id()).collect(Collectors.toSet());
    }

    private List<Said> seen(Actor actor, Collection<UUID> ids) {
        List<Said> all = conversation.said(ids);
        Map<String, Set<UUID>> byType = new HashMap<>();
        all.forEach(
                it -> byType.computeIfAbsent(it.type(), type -> new HashSet<>()).add(it.record()));
        Set<UUID> seen = new HashSet<>();
        byType.forEach((name, about) -> types.find(name)
                .filter(type -> actor.may(type.permission("read")))
                .ifPresent(type -> seen.addAll(records.visible(actor, name, about))));
        return all.stream().filter(it -> seen.contains(it.record())).toList();
    }

    @Override
    public Map<UUID, Shown> show(Actor actor, Collection<UUID> ids) {
        List<Said> seen = seen(actor, ids);
        Map<UUID, String> titles = new HashMap<>();
        seen.stream()
                .collect(Collectors.groupingBy(Said::type, Collectors.mapping(Said::record, Collectors.toSet())))
                .forEach((type, about) -> titles.putAll(records.titles(actor, type, about)));
        Map<UUID, Shown> shown = new HashMap<>();
        for (Said it : seen) {
            UUID id = it.comment().id();
            shown.put(
                    id,
                    new Shown(
                            titles.getOrDefault(it.record(), ""),
                            it.comment().byName(),
                            List.of(it.comment().text()),
                            "/r/" + it.type() + "/" + it.record() + "#c-" + id));
        }
        return shown;
    }
}
