package org.weir.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.weir.search.api.Search;
import org.weir.web.admin.AuditPage;
import org.weir.web.admin.Entry;
import org.weir.web.admin.RolePages;
import org.weir.web.admin.TeamPages;
import org.weir.web.admin.UserAccessPage;
import org.weir.web.admin.UserPages;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.asset.Assets;
import org.weir.web.cell.CellPage;
import org.weir.web.exporting.ExportPages;
import org.weir.web.form.ActionPages;
import org.weir.web.form.EditPage;
import org.weir.web.form.LookupPage;
import org.weir.web.form.NewPage;
import org.weir.web.history.ConversationPages;
import org.weir.web.home.GatherDay;
import org.weir.web.home.HomePage;
import org.weir.web.importing.ImportPages;
import org.weir.web.jobs.JobPages;
import org.weir.web.list.FilterFieldsPage;
import org.weir.web.list.ListPage;
import org.weir.web.list.MakeList;
import org.weir.web.palette.PalettePage;
import org.weir.web.record.RecordPage;
import org.weir.web.search.LookUp;
import org.weir.web.search.SearchPage;
import org.weir.web.session.AccountPage;
import org.weir.web.session.PasswordPage;
import org.weir.web.session.PreferencePage;
import org.weir.web.session.SecondFactorPage;
import org.weir.web.session.SignIn;
import org.weir.web.token.ServicePages;
import org.weir.web.token.TokenPages;

/** Puts the shell together, with the pages of its own. */
public final class Wiring {
    private Wiring() {}

    /** @param demo whether the sign-in page tells who may sign in */
    public static Shell shell(Services services, Contributions contributions, Assets assets, boolean demo) {
        List<NavEntry> entries = Entry.all();
        Navigation navigation = new Navigation(services.types(), contributions, entries);
        List<Page> pages = new ArrayList<>();
        MakeList makeList = new MakeList(services);
        RecordPage record = new RecordPage(services, contributions, makeList);
        pages.add(new ListPage(services, makeList, record::panel));
        pages.add(new FilterFieldsPage(services));
        pages.addAll(record.pages());
        pages.addAll(new ConversationPages(services).pages());
        pages.add(new NewPage(services));
        pages.add(new EditPage(services));
        pages.add(new LookupPage(services));
        pages.add(new CellPage(services));
        pages.addAll(new ActionPages(services).pages());
        pages.addAll(new JobPages(services).pages());
        pages.addAll(new ExportPages(services).pages());
        pages.addAll(new ImportPages(services).pages());
        LookUp otherwise = new LookUp(services.types(), services.records());
        Supplier<Search> search = () -> contributions.search().orElse(otherwise);
        pages.add(new PalettePage(services, navigation, search));
        pages.add(new SearchPage(search));
        GatherDay day = new GatherDay(contributions::days, services.clock());
        pages.add(new HomePage(services, contributions, day));
        pages.add(new AccountPage(services));
        pages.addAll(new UserPages(services).pages());
        pages.addAll(new UserAccessPage(services).pages());
        pages.addAll(new TeamPages(services).pages());
        pages.addAll(new RolePages(services).pages());
        pages.addAll(new AuditPage(services).pages());
        pages.addAll(new TokenPages(services).pages());
        pages.addAll(new ServicePages(services).pages());
        pages.add(new PasswordPage(services.access()));
        pages.add(new SecondFactorPage(services.access()));
        pages.add(new PreferencePage(services.access()));
        return new Shell(
                services,
                contributions,
                assets,
                navigation,
                new SignIn(services.access(), services.texts(), contributions::ways, demo),
                new ScriptTexts(services.texts(), assets),
                day,
                pages);
    }
}
