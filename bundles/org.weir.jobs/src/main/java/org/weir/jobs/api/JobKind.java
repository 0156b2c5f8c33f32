package org.weir.jobs.api;

import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/**
 * Work that is named and described by a few words, so that it survives a restart: {@link Jobs#enqueue} writes it down, a
 * node that has this kind runs it. If that node dies another takes over, so the work may be begun more than once and must
 * be repeatable. A whiteboard service; a job whose kind is not there waits for it.
 */
@ConsumerType
public interface JobKind {
    /** Never changes, unique, for example {@code org.weir.mail.send}. */
    String name();

    /**
     * Does the work.
     *
     * @param input what {@link Jobs#enqueue} was given
     * @return the outcome in one line
     * @throws org.weir.base.api.ProblemException with a status below 500: trying again makes no sense, the job has failed.
     *     Any other failure is tried again after {@link #pause}, {@link #tries} times in all
     */
    Text run(Map<String, String> input, Jobs.Progress progress) throws Exception;

    /** How often it is begun before it is given up, at least 1. */
    default int tries() {
        return 6;
    }

    /**
     * How long to wait after a failure.
     *
     * @param failed how often it has failed by now, from 1
     */
    default Duration pause(int failed) {
        return Duration.ofSeconds(Math.min(3_600, 10L << Math.min(2 * (failed - 1), 20)));
    }

    /** How many of this kind run at once on one node. */
    default int atOnce() {
        return 2;
    }
}
