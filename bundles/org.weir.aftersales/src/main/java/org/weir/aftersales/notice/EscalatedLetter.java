package org.weir.aftersales.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** A promise to a customer is in danger or broken, or somebody has called for help. */
@Component
public final class EscalatedLetter implements MailTemplate {
    static final String NAME = "org.weir.aftersales.escalated";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("ticket.letter.title");
    }

    @Override
    public Letter write(Map<String, ?> values) {
        String title = String.valueOf(values.get("title"));
        String metric = String.valueOf(values.get("metric"));
        Text subject = Text.of("ticket.letter.subject", String.valueOf(values.get("number")), title);
        List<Letter.Part> parts = new ArrayList<>();
        parts.add(new Letter.Words(
                metric.equals("manual")
                        ? Text.of("ticket.letter.manual", title)
                        : Text.of("ticket.letter." + metric + "." + values.get("step"), title)));
        fact(parts, "record.ticket.account", values.get("account"));
        fact(parts, "record.ticket.owner", values.get("owner"));
        parts.add(new Letter.Link(Text.of("ticket.letter.open"), String.valueOf(values.get("path"))));
        return new Letter(subject, parts);
    }

    private static void fact(List<Letter.Part> parts, String label, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            parts.add(new Letter.Fact(Text.of(label), text));
        }
    }
}
