package org.weir.aftersales.installed;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.web.api.RecordTab;

/** Everything that stands at a customer, site by site. */
@Component(service = RecordTab.class)
public final class ArchiveOfAccount extends ArchiveTab {
    @Activate
    public ArchiveOfAccount(@Reference Records records, @Reference RecordTypes types, @Reference Formats formats) {
        super("account", records, types, formats);
    }
}
