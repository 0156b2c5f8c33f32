package org.weir.web.shell;

import java.util.List;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.asset.Assets;
import org.weir.web.session.PasswordPage;
import org.weir.web.session.PreferencePage;
import org.weir.web.session.SignIn;

/** Puts the shell together, with the pages of its own. */
public final class Wiring {
    private Wiring() {}

    public static Shell shell(Services services, Contributions contributions, Assets assets) {
        List<NavEntry> entries = List.of();
        Navigation navigation = new Navigation(services.types(), contributions, entries);
        List<Page> pages = List.of(new PasswordPage(services.access()), new PreferencePage(services.access()));
        return new Shell(
                services,
                contributions,
                assets,
                navigation,
                new SignIn(services.access(), services.texts()),
                new ScriptTexts(services.texts(), assets),
                pages);
    }
}
