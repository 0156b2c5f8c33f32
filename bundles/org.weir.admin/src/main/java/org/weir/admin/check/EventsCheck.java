package org.weir.admin.check;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.events.api.Consumers;
import org.weir.events.api.Consumers.Standing;
import org.weir.events.api.ParkedEvents;

/** Whether those who read the event log keep up and take what they are given. */
@Component
public final class EventsCheck implements HealthCheck {
    private static final long FAR = 10_000;

    private final Consumers consumers;
    private final ParkedEvents parked;

    @Activate
    public EventsCheck(@Reference Consumers consumers, @Reference ParkedEvents parked) {
        this.consumers = consumers;
        this.parked = parked;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Text title() {
        return Text.of("health.events");
    }

    @Override
    public Result check() {
        List<Standing> all = consumers.all();
        List<String> failing = all.stream()
                .filter(it -> it.failure() != null)
                .map(Standing::name)
                .toList();
        if (!failing.isEmpty()) {
            return Result.bad(Text.of("health.events.failing", String.join(", ", failing)));
        }
        long waiting = parked.count();
        if (waiting > 0) {
            return Result.warn(Text.of("health.events.parked", waiting));
        }
        List<String> far = all.stream()
                .filter(it -> it.present() && it.behind() > FAR)
                .map(Standing::name)
                .toList();
        return far.isEmpty()
                ? Result.good(Text.of("health.events.keep-up", all.size()))
                : Result.warn(Text.of("health.events.behind", String.join(", ", far)));
    }
}
