package io.agentctl.sandbox.table;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What scaling may know and do of the capacity of a table or an index. To be used inside the simulation's lock. */
public final class CapacityHandle {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PERCENT = 100;

    private final TableState state;
    private final SimTable table;
    private final String index;
    private final Capacity capacity;

    CapacityHandle(TableState state, SimTable table, String index, Capacity capacity) {
        this.state = state;
        this.table = table;
        this.index = index;
        this.capacity = capacity;
    }

    /** Units a second that are set aside; empty on demand. */
    public OptionalLong provisioned(boolean reads) {
        return capacity.provisioned()
                .map(units -> OptionalLong.of(reads ? units.read() : units.write()))
                .orElse(OptionalLong.empty());
    }

    /** Units a second that were set aside in a minute since the epoch; 0 on demand. */
    public int provisionedIn(boolean reads, long minute) {
        return (int) Math.max(0, series(reads, minute).provisioned(minute));
    }

    /**
     * Percent of what was set aside that was used in a minute; NaN when nothing was, as CloudWatch has no sample then.
     */
    public double utilization(boolean reads, long minute) {
        UnitSeries series = series(reads, minute);
        double provisioned = series.provisioned(minute) * SECONDS_PER_MINUTE;
        double consumed = series.consumed(minute);
        return provisioned > 0 && consumed > 0 ? PERCENT * consumed / provisioned : Double.NaN;
    }

    private UnitSeries series(boolean reads, long minute) {
        Usage used = capacity.used();
        used.advance(minute + 1);
        return reads ? used.reads() : used.writes();
    }

    /**
     * Sets other units aside.
     *
     * @return why it is refused; empty when it begins
     */
    public Optional<String> provision(boolean reads, long units) {
        Throughput wanted = wanted(reads, units);
        TableChange change = new TableChange(
                Optional.empty(),
                index.isEmpty() ? Optional.of(wanted) : Optional.empty(),
                index.isEmpty() ? Map.of() : Map.of(index, wanted),
                Map.of(),
                Set.of(),
                Optional.empty());
        try {
            state.check(table, change);
            state.change(table, change);
            return Optional.empty();
        } catch (TableRefusal e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Sets other units aside from a past time on, later than all before.
     *
     * @return why it was refused; empty when it was done
     */
    public Optional<String> provisionInPast(boolean reads, long units, Instant at) {
        Throughput wanted = wanted(reads, units);
        try {
            if (capacity.provisioned().filter(wanted::below).isPresent()) {
                capacity.requireDecreasable(at);
            }
            capacity.accepted(wanted, at);
            capacity.set(Optional.of(wanted), at);
            return Optional.empty();
        } catch (TableRefusal e) {
            return Optional.of(e.getMessage());
        }
    }

    private Throughput wanted(boolean reads, long units) {
        Throughput present = capacity.provisioned().orElse(Throughput.NONE);
        return reads ? new Throughput(units, present.write()) : new Throughput(present.read(), units);
    }
}
