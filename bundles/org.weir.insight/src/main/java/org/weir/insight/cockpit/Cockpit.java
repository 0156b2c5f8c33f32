package org.weir.insight.cockpit;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.insight.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Page;
import org.weir.web.api.Visit;

/**
 * What bundles bring to the account cockpit, in order. Each asks for itself, so they are asked side by side. What fails is
 * said in its place; the rest stands.
 */
@Component(service = Cockpit.class)
public final class Cockpit {
    private static final Logger LOG = LoggerFactory.getLogger(Cockpit.class);

    private final Slots<CockpitFigure> figures;
    private final Slots<CockpitPanel> panels;

    @Activate
    public Cockpit(@Reference Gate gate) {
        figures = new Slots<>(gate, Comparator.comparingInt(CockpitFigure::order));
        panels = new Slots<>(gate, Comparator.comparingInt(CockpitPanel::order));
    }

    @Reference(
            service = CockpitFigure.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeFigure")
    public void addFigure(CockpitFigure figure) {
        figures.add(figure);
    }

    public void removeFigure(CockpitFigure figure) {
        figures.remove(figure);
    }

    @Reference(
            service = CockpitPanel.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removePanel")
    public void addPanel(CockpitPanel panel) {
        panels.add(panel);
    }

    public void removePanel(CockpitPanel panel) {
        panels.remove(panel);
    }

    /** Something of the cockpit, ready to be shown. */
    sealed interface Part {}

    /** @param value empty for a dash; {@code failed} instead of a note when the figure cannot be had */
    public record Shown(String label, String value, String note, String tone, String href, boolean failed)
            implements Part {}

    /** A box with its content drawn. */
    public record Box(String title, Content content, boolean side) implements Part {}

    /** The whole of it, in order. */
    record Drawn(List<Shown> figures, List<Box> wide, List<Box> side) {}

    Drawn draw(Visit visit, Row account) {
        List<Supplier<Part>> parts = new ArrayList<>(figurePieces(visit, account));
        for (CockpitPanel panel : panels.all()) {
            if (may(visit, panel.permission())) {
                parts.add(() -> new Box(visit.t(panel.title()), drawn(visit, account, panel), panel.side()));
            }
        }
        List<Shown> shown = new ArrayList<>();
        List<Box> wide = new ArrayList<>();
        List<Box> side = new ArrayList<>();
        for (Part part : together(visit, parts)) {
            if (part instanceof Box box) {
                (box.side() ? side : wide).add(box);
            } else {
                shown.add((Shown) part);
            }
        }
        return new Drawn(shown, wide, side);
    }

    List<Shown> figures(Visit visit, Row account) {
        return together(visit, figurePieces(visit, account)).stream()
                .map(Shown.class::cast)
                .toList();
    }

    private List<Supplier<Part>> figurePieces(Visit visit, Row account) {
        return figures.all().stream()
                .filter(it -> may(visit, it.permission()))
                .<Supplier<Part>>map(it -> () -> shown(visit, account, it))
                .toList();
    }

    private static Shown shown(Visit visit, Row account, CockpitFigure figure) {
        String label = visit.t(figure.label());
        try {
            Optional<CockpitFigure.Figure> found = figure.show(visit, account);
            return found.map(it -> new Shown(label, it.value(), visit.t(it.note()), it.tone(), it.href(), false))
                    .orElse(new Shown(label, "", "", "plain", "", false));
        } catch (Exception | LinkageError failure) {
            LOG.error("The figure {} failed on account {}", figure.getClass(), account.id(), failure);
            return new Shown(label, "", visit.t("insight.cockpit.failed"), "bad", "", true);
        }
    }

    /** Helpers begin with the first, we with the last. */
    private static List<Part> together(Visit visit, List<Supplier<Part>> pieces) {
        List<Supplier<Part>> begun = pieces.stream().map(visit::meanwhile).toList();
        Part[] parts = new Part[begun.size()];
        for (int i = parts.length - 1; i >= 0; i--) {
            parts[i] = begun.get(i).get();
        }
        return List.of(parts);
    }

    /** Draws at once, so that a failure stays inside its box. */
    private static Content drawn(Visit visit, Row account, CockpitPanel panel) {
        try {
            StringOutput output = new StringOutput();
            panel.show(visit, account).writeTo(new OwaspHtmlTemplateOutput(output));
            String html = output.toString();
            return out -> out.writeContent(html);
        } catch (Exception | LinkageError failure) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} the panel {} failed on account {}", reference, panel.getClass(), account.id(), failure);
            return new StaticTemplates().insightCockpitBroken(visit, reference);
        }
    }

    private static boolean may(Visit visit, String permission) {
        return permission.equals(Page.SIGNED_IN) || visit.actor().may(permission);
    }
}
