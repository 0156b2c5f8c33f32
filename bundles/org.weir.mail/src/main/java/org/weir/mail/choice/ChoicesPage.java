package org.weir.mail.choice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.mail.api.MailTemplate;
import org.weir.mail.jte.StaticTemplates;
import org.weir.mail.outbox.PostOffice;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /mail}: of what one wants to get mail. */
@Component(service = Page.class)
public final class ChoicesPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final PostOffice office;
    private final Directory directory;
    private final Access access;

    @Activate
    public ChoicesPage(@Reference PostOffice office, @Reference Directory directory, @Reference Access access) {
        this.office = office;
        this.directory = directory;
        this.access = access;
    }

    /** A kind of letter that one gets, or not. */
    public record Choice(String name, Text title, boolean wanted) {}

    @Override
    public String path() {
        return "/mail";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        Set<String> silenced = office.choices().silenced(visit.actor().user());
        List<Choice> choices = office.templates().stream()
                .filter(MailTemplate::maySilence)
                .map(it -> new Choice(it.name(), it.title(), !silenced.contains(it.name())))
                .toList();
        String address = directory
                .user(access.system(), visit.actor().user())
                .map(Directory.User::email)
                .orElse("");
        return new Reply.Show(Text.of("mail.mine"), List.of(), TEMPLATES.choices(visit, choices, address));
    }

    @Override
    public Reply post(Visit visit) {
        Set<String> wanted = new HashSet<>(visit.params("wanted"));
        Set<String> silenced = office.templates().stream()
                .filter(MailTemplate::maySilence)
                .map(MailTemplate::name)
                .filter(it -> !wanted.contains(it))
                .collect(Collectors.toSet());
        office.choices().silence(visit.actor().user(), silenced);
        return new Reply.Redirect("/mail", Text.of("mail.saved"));
    }
}
