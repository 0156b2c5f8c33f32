package org.weir.aftersales.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.aftersales.ticket.JudgeTickets.Verdict;

/**
 * Our verdicts beside the recorded ones.
 *
 * @param pausing with waiting taken out, as our clocks do
 * @param waiting as if waiting counted
 */
public record Comparison(Table pausing, Table waiting, List<Difference> differences) {
    /** How many were made and missed there and here. */
    public record Table(int bothMade, int onlyTheyMade, int onlyWeMade, int bothMissed) {
        public int all() {
            return bothMade + onlyTheyMade + onlyWeMade + bothMissed;
        }

        public int agreeing() {
            return bothMade + bothMissed;
        }

        /** In tenths of a percent. */
        public int permille() {
            return all() == 0 ? 0 : Math.round(1000f * agreeing() / all());
        }

        private Table with(boolean theirs, boolean ours) {
            return new Table(
                    bothMade + (theirs && ours ? 1 : 0),
                    onlyTheyMade + (theirs && !ours ? 1 : 0),
                    onlyWeMade + (!theirs && ours ? 1 : 0),
                    bothMissed + (!theirs && !ours ? 1 : 0));
        }
    }

    /** A ticket on which we differ. */
    public record Difference(Verdict ours, boolean recordedMade) {}

    /** @param recorded by ticket */
    static Comparison of(List<Verdict> verdicts, Map<UUID, Boolean> recorded) {
        Table pausing = new Table(0, 0, 0, 0);
        Table waiting = pausing;
        List<Difference> differences = new ArrayList<>();
        for (Verdict ours : verdicts) {
            Boolean theirs = recorded.get(ours.ticket());
            if (theirs != null) {
                pausing = pausing.with(theirs, ours.made());
                waiting = waiting.with(theirs, ours.madeWaiting());
                if (theirs != ours.made()) {
                    differences.add(new Difference(ours, theirs));
                }
            }
        }
        return new Comparison(pausing, waiting, differences);
    }
}
