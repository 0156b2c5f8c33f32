package org.weir.admin.bundle;

import java.util.List;
import java.util.Locale;
import org.weir.base.api.Text;

/**
 * What would happen.
 *
 * @param name the bundle's symbolic name
 * @param from the version that is there; empty for none
 * @param to the version that would be there; empty when it would be gone
 * @param added what would be new
 * @param restarted what would be stopped and started, or stand still for a moment
 * @param broken what would not work any more
 * @param refusals why it is not done; empty when it may be
 * @param notes what one should know
 */
public record Plan(
        Kind kind,
        String name,
        String from,
        String to,
        List<Line> added,
        List<Line> restarted,
        List<Line> broken,
        List<Reason> refusals,
        List<Text> notes) {

    /** What is to be done. */
    public enum Kind {
        INSTALL,
        UPGRADE,
        DOWNGRADE,
        REPLACE,
        REMOVE;

        public String key() {
            return "admin.plan." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param subject a bundle, or a part of one
     * @param core whether it belongs to Weir itself
     */
    public record Line(String subject, Reason why, boolean core) {}

    public boolean refused() {
        return !refusals.isEmpty();
    }
}
