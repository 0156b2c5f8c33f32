package org.weir.partner.gallery.setting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A form under Administration › Settings; what is changed there holds at once, on every node. */
@Component(service = GallerySettings.class, configurationPid = "org.weir.partner.gallery")
@Designate(ocd = GallerySettings.Values.class)
public final class GallerySettings {
    private volatile Values values;

    /** What can be set. */
    @ObjectClassDefinition(id = "org.weir.partner.gallery", name = "Gallery of extensions")
    public @interface Values {
        @AttributeDefinition(name = "Days between two readings of a meter", min = "1", max = "400")
        int days() default 30;

        @AttributeDefinition(name = "Overdue meters from which the health page warns", min = "1", max = "100000")
        int overdue() default 100;

        @AttributeDefinition(name = "What everybody has to know now; empty for nothing")
        String notice() default "";

        @AttributeDefinition(name = "Path of the service that lets people in by badge; empty for none")
        String badge() default "";
    }

    @Activate
    public GallerySettings(Values values) {
        this.values = values;
    }

    @Modified
    void changed(Values now) {
        values = now;
    }

    public int days() {
        return values.days();
    }

    public int overdue() {
        return values.overdue();
    }

    public String notice() {
        return values.notice().strip();
    }

    public String badge() {
        return values.badge().strip();
    }
}
