package org.weir.web.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/** A line in the navigation and a command of the palette; record types with a section have theirs already. A whiteboard service. */
@ConsumerType
public interface NavEntry {
    /**
     * Text key of the section, shared with record types ({@code section.relationship}). What is in {@code section.me} stands
     * in the menu under one's initials.
     */
    String section();

    int order();

    Text label();

    String icon();

    String href();

    String permission();
}
