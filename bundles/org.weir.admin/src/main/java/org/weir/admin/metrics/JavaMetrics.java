package org.weir.admin.metrics;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.MetricSource;

/** What Java says of itself, under the names that dashboards know. */
@Component
public final class JavaMetrics implements MetricSource {
    @Override
    public Collection<Metric> metrics() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Metric> result = new ArrayList<>();
        result.add(new Metric(
                "jvm_memory_used_bytes",
                "Used bytes of a memory area.",
                Kind.GAUGE,
                List.of(
                        Sample.of("area", "heap", memory.getHeapMemoryUsage().getUsed()),
                        Sample.of(
                                "area",
                                "nonheap",
                                memory.getNonHeapMemoryUsage().getUsed()))));
        result.add(Metric.gauge(
                "jvm_memory_max_bytes",
                "Most bytes that the heap may have.",
                memory.getHeapMemoryUsage().getMax()));
        result.add(Metric.gauge("jvm_threads_current", "Threads.", threads.getThreadCount()));
        result.add(Metric.gauge("jvm_threads_peak", "Most threads so far.", threads.getPeakThreadCount()));
        result.add(Metric.gauge(
                "jvm_classes_loaded",
                "Loaded classes.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()));
        collections(result);
        buffers(result);
        result.add(Metric.gauge(
                "process_start_time_seconds",
                "Start of the process, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3));
        result.add(Metric.gauge(
                "system_load1",
                "Load of the machine over a minute, -1 where it is not known.",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return result;
    }

    private static void collections(List<Metric> result) {
        List<Sample> count = new ArrayList<>();
        List<Sample> seconds = new ArrayList<>();
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            count.add(Sample.of("gc", gc.getName(), Math.max(0, gc.getCollectionCount())));
            seconds.add(Sample.of("gc", gc.getName(), Math.max(0, gc.getCollectionTime()) / 1e3));
        }
        result.add(new Metric("jvm_gc_collections_total", "Collections of garbage.", Kind.COUNTER, count));
        result.add(new Metric("jvm_gc_seconds_total", "Time spent collecting garbage.", Kind.COUNTER, seconds));
    }

    private static void buffers(List<Metric> result) {
        List<Sample> used = new ArrayList<>();
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            used.add(Sample.of("pool", pool.getName(), Math.max(0, pool.getMemoryUsed())));
        }
        result.add(new Metric("jvm_buffer_pool_used_bytes", "Used bytes of buffers.", Kind.GAUGE, used));
    }
}
