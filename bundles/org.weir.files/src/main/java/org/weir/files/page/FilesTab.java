package org.weir.files.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.files.attachment.Attachment;
import org.weir.files.attachment.Attachments;
import org.weir.files.jte.StaticTemplates;
import org.weir.files.preview.DrawPreview;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The files of any record: what is there, and where more are dropped. */
@Component
public final class FilesTab implements RecordTab {
    private final Attachments attachments;
    private final Directory directory;

    @Activate
    public FilesTab(@Reference Attachments attachments, @Reference Directory directory) {
        this.attachments = attachments;
        this.directory = directory;
    }

    /** @param kind a short word for what it is, such as PDF */
    public record Line(
            UUID id, String name, String kind, String size, String who, String near, String full, boolean picture) {}

    /**
     * @param mayChange whether the reader may add and remove
     * @param bytes of a file at most
     */
    public record View(String url, List<Line> lines, boolean mayChange, long bytes) {
        /** The same in MB. */
        public long most() {
            return bytes / (1024 * 1024);
        }
    }

    @Override
    public String type() {
        return EVERY_TYPE;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int order() {
        return 90_000;
    }

    @Override
    public Text label() {
        return Text.of("files.tab");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        long count = attachments.count(row);
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(count);
    }

    @Override
    public Content show(Visit visit, Row row) {
        String type = row.type().name();
        List<Attachment> found = attachments.of(visit.actor(), type, row.id());
        Map<UUID, Directory.Person> people = directory.people(
                found.stream().map(Attachment::addedBy).filter(Objects::nonNull).toList());
        List<Line> lines = new ArrayList<>();
        for (Attachment one : found) {
            Directory.Person person = people.get(one.addedBy());
            lines.add(new Line(
                    one.id(),
                    one.name(),
                    kind(visit, one),
                    Size.of(one.bytes(), visit.locale()),
                    person == null ? "" : person.name(),
                    visit.time(one.addedAt()),
                    visit.fullTime(one.addedAt()),
                    DrawPreview.draws(one.media())));
        }
        return new StaticTemplates()
                .filesTab(
                        visit,
                        new View(
                                "/files/" + type + "/" + row.id(),
                                lines,
                                attachments.mayChange(visit.actor(), row),
                                attachments.most()));
    }

    private static String kind(Visit visit, Attachment one) {
        String media = one.media();
        String key = media.startsWith("image/")
                ? "picture"
                : media.startsWith("text/")
                        ? "text"
                        : media.contains("wordprocessingml")
                                ? "document"
                                : media.contains("spreadsheetml")
                                        ? "sheet"
                                        : media.contains("presentationml")
                                                ? "slides"
                                                : media.endsWith("/pdf") ? "pdf" : "other";
        return visit.t("files.kind." + key);
    }
}
