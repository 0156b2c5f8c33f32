package org.weir.partner.gallery.tariff;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.partner.gallery.jte.StaticTemplates;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** A page for everybody who is signed in. */
@Component
public final class TariffsPage implements Page {
    static final String PATH = "/gallery/tariffs";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Show(
                Text.of("gallery.tariffs"),
                List.of(),
                new StaticTemplates().galleryTariffs(visit, List.of(Tariff.values())));
    }
}
