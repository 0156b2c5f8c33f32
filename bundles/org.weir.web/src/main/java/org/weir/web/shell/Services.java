package org.weir.web.shell;

import java.time.Clock;
import org.weir.access.api.Access;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Actions;
import org.weir.records.api.Conversation;
import org.weir.records.api.Exports;
import org.weir.records.api.Filters;
import org.weir.records.api.Formats;
import org.weir.records.api.History;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Timeline;

/** What the pages stand on. */
public record Services(
        Access access,
        Audit audit,
        Directory directory,
        Texts texts,
        Gate gate,
        Clock clock,
        Jobs jobs,
        RecordTypes types,
        Records records,
        Actions actions,
        Filters filters,
        Formats formats,
        History history,
        Conversation conversation,
        Timeline timeline,
        Imports imports,
        Exports exports) {}
