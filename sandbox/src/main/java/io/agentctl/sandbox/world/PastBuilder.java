package io.agentctl.sandbox.world;

import io.agentctl.sandbox.scaling.TargetTracker;
import io.agentctl.sandbox.scaling.Tracked;
import io.agentctl.sandbox.workload.Minute;
import io.agentctl.sandbox.workload.Occupancy;
import io.agentctl.sandbox.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Works out how many tasks of which size ran in the past: counts follow the same target tracking as they will. */
final class PastBuilder {
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final Workload workload;
    private final List<Size> sizes;
    private final List<TargetTracker> trackers;
    private final int least;
    private final int most;

    /**
     * A size and since when it was in force.
     *
     * @param since when it came into force
     * @param cpu CPU units
     * @param memory MiB
     * @param tasks how many ran, where nothing scales them
     */
    record Size(Instant since, int cpu, int memory, int tasks) {}

    /**
     * What came out.
     *
     * @param occupancy the past
     * @param tasks how many ran in the end
     */
    record Past(Occupancy occupancy, int tasks) {}

    /**
     * A builder for a service.
     *
     * @param sizes the oldest first; at least one
     * @param trackers what moves the count; none for fixed counts
     * @param least least tasks under tracking
     * @param most most tasks under tracking
     */
    PastBuilder(Workload workload, List<Size> sizes, List<TargetTracker> trackers, int least, int most) {
        this.workload = workload;
        this.sizes = List.copyOf(sizes);
        this.trackers = List.copyOf(trackers);
        this.least = least;
        this.most = most;
    }

    Past build(Instant from, Instant to) {
        List<Size> within = new ArrayList<>();
        for (Size size : sizes) {
            // Of the sizes that were in force before the beginning, only the last still was then.
            if (!size.since().isAfter(from)) {
                within.clear();
            }
            within.add(size.since().isBefore(from) ? new Size(from, size.cpu, size.memory, size.tasks) : size);
        }
        return trackers.isEmpty() ? fixed(within) : tracked(within, to);
    }

    private static Past fixed(List<Size> within) {
        Occupancy occupancy = Occupancy.none();
        for (Size size : within) {
            occupancy = occupancy.with(size.since.toEpochMilli(), size.tasks, size.cpu, size.memory);
        }
        return new Past(occupancy, within.getLast().tasks);
    }

    private Past tracked(List<Size> within, Instant to) {
        int count = Math.clamp(within.getFirst().tasks, least, most);
        Occupancy occupancy = Occupancy.none();
        Minute sample = new Minute();
        for (int i = 0; i < within.size(); i++) {
            Size size = within.get(i);
            occupancy = occupancy.with(size.since.toEpochMilli(), count, size.cpu, size.memory);
            Instant end = i + 1 < within.size() ? within.get(i + 1).since : to;
            long last = end.toEpochMilli() / MILLIS_PER_MINUTE - 1;
            for (long minute = size.since.toEpochMilli() / MILLIS_PER_MINUTE + 1; minute < last; minute++) {
                sample.compute(workload, minute, count, size.cpu, size.memory);
                int wanted = Math.clamp(wanted(sample, minute, count), least, most);
                if (wanted != count) {
                    count = wanted;
                    occupancy = occupancy.with((minute + 1) * MILLIS_PER_MINUTE, count, size.cpu, size.memory);
                }
            }
        }
        return new Past(occupancy, count);
    }

    /** The highest of what the policies want; scaling in takes all of them. */
    private int wanted(Minute sample, long minute, int count) {
        int highest = 0;
        TargetTracker leader = null;
        int wantingIn = 0;
        for (TargetTracker tracker : trackers) {
            Minute.Percent percent = tracker.target().metric() == Tracked.CPU ? sample.cpu() : sample.memory();
            OptionalInt proposal = tracker.observe(minute, count == 0 ? Double.NaN : percent.average(), count);
            if (proposal.isPresent()) {
                wantingIn += proposal.getAsInt() < count ? 1 : 0;
                if (proposal.getAsInt() > highest) {
                    highest = proposal.getAsInt();
                    leader = tracker;
                }
            }
        }
        if (leader == null || (highest < count && wantingIn < trackers.size())) {
            return count;
        }
        if (Math.clamp(highest, least, most) != count) {
            leader.scaled(minute, highest > count);
        }
        return highest;
    }
}
