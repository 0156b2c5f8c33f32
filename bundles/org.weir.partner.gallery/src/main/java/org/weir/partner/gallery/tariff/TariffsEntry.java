package org.weir.partner.gallery.tariff;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;

/** The line in the navigation and the command of the palette that lead there. */
@Component
public final class TariffsEntry implements NavEntry {
    @Override
    public String section() {
        return "section.gallery";
    }

    @Override
    public int order() {
        return 930;
    }

    @Override
    public Text label() {
        return Text.of("gallery.tariffs");
    }

    @Override
    public String icon() {
        return "scroll-text";
    }

    @Override
    public String href() {
        return TariffsPage.PATH;
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }
}
