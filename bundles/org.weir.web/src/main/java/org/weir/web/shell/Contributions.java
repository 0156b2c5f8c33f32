package org.weir.web.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.base.api.Gate;
import org.weir.base.api.Notice;
import org.weir.base.api.Region;
import org.weir.base.api.Slots;
import org.weir.base.api.Text;
import org.weir.search.api.Search;
import org.weir.web.api.DaySource;
import org.weir.web.api.HomeCard;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.RecordTab;
import org.weir.web.api.SignInWay;

/** What bundles bring to the shell, in order. */
@Component(service = Contributions.class)
public final class Contributions {
    private final Slots<Page> pages;
    private final Slots<NavEntry> entries;
    private final Slots<RecordTab> tabs;
    private final Slots<RecordPanel> panels;
    private final Slots<HomeCard> cards;
    private final Slots<DaySource> days;
    private final Slots<Region> regions;
    private final Slots<Search> searches;
    private final Slots<Notice> notices;
    private final Slots<SignInWay> ways;

    @Activate
    public Contributions(@Reference Gate gate) {
        pages = new Slots<>(gate, Comparator.comparing(Page::path));
        entries = new Slots<>(gate, Comparator.comparingInt(NavEntry::order).thenComparing(NavEntry::href));
        tabs = new Slots<>(gate, Comparator.comparingInt(RecordTab::order).thenComparing(RecordTab::name));
        panels = new Slots<>(gate, Comparator.comparingInt(RecordPanel::order));
        cards = new Slots<>(gate, Comparator.comparingInt(HomeCard::order));
        days = new Slots<>(gate, Comparator.comparingInt(DaySource::order));
        regions = new Slots<>(gate, Comparator.comparing(Region::code));
        searches = new Slots<>(gate, Comparator.comparingInt(it -> 0));
        ways = new Slots<>(gate, Comparator.comparing(SignInWay::name));
        notices = new Slots<>(gate, Comparator.comparing(it -> it.getClass().getName()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPage(Page page) {
        pages.add(page);
    }

    public void removePage(Page page) {
        pages.remove(page);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addEntry(NavEntry entry) {
        entries.add(entry);
    }

    public void removeEntry(NavEntry entry) {
        entries.remove(entry);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTab(RecordTab tab) {
        tabs.add(tab);
    }

    public void removeTab(RecordTab tab) {
        tabs.remove(tab);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPanel(RecordPanel panel) {
        panels.add(panel);
    }

    public void removePanel(RecordPanel panel) {
        panels.remove(panel);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCard(HomeCard card) {
        cards.add(card);
    }

    public void removeCard(HomeCard card) {
        cards.remove(card);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDay(DaySource source) {
        days.add(source);
    }

    public void removeDay(DaySource source) {
        days.remove(source);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegion(Region region) {
        regions.add(region);
    }

    public void removeRegion(Region region) {
        regions.remove(region);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addNotice(Notice notice) {
        notices.add(notice);
    }

    public void removeNotice(Notice notice) {
        notices.remove(notice);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSearch(Search search) {
        searches.add(search);
    }

    public void removeSearch(Search search) {
        searches.remove(search);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addWay(SignInWay way) {
        ways.add(way);
    }

    public void removeWay(SignInWay way) {
        ways.remove(way);
    }

    /** Those that are set up. */
    public List<SignInWay> ways() {
        return ways.all().stream().filter(SignInWay::offered).toList();
    }

    public List<Page> pages() {
        return pages.all();
    }

    public List<NavEntry> entries() {
        return entries.all();
    }

    public List<RecordTab> tabs(String type) {
        return tabs.all().stream()
                .filter(it -> it.type().equals(type) || it.type().equals(RecordTab.EVERY_TYPE))
                .toList();
    }

    public List<RecordPanel> panels(String type) {
        return panels.all().stream().filter(it -> it.type().equals(type)).toList();
    }

    public List<HomeCard> cards() {
        return cards.all();
    }

    public List<DaySource> days() {
        return days.all();
    }

    /** What everybody has to know now. */
    public List<Text> notices() {
        return notices.all().stream().flatMap(it -> it.now().stream()).toList();
    }

    /** Empty where a region's set has none, or while it is replaced. */
    public Optional<Search> search() {
        return searches.all().stream().findFirst();
    }

    /** The one that the deployment runs in; the first by code should there be several. */
    public Optional<Region> region() {
        return regions.all().stream().findFirst();
    }
}
