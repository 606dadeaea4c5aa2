package io.agentctl.plane.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.RunEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import io.agentctl.control.remote.RunEvent.Turned;
import io.agentctl.control.remote.RunState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens in one run, for one listener: as it happens if the run is carried out here, and within half a second if
 * another instance has it. For one thread.
 */
public final class Follower {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Runs runs;
    private final RunStore store;
    private final RunId id;
    private long seen;
    private boolean over;
    private Optional<RunState> told = Optional.empty();

    Follower(Runs runs, RunStore store, RunId id, long seen) {
        this.runs = runs;
        this.store = store;
        this.id = id;
        this.seen = seen;
    }

    /** Whether the end was told. */
    public boolean over() {
        return over;
    }

    /**
     * Waits for what happens next.
     *
     * @param most how long; then the list is empty
     * @throws InterruptedException if the listener is gone
     */
    public List<RunEvent> next(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        List<RunEvent> news = look(most);
        while (news.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
            news = look(LOOK_AGAIN);
        }
        return news;
    }

    private List<RunEvent> look(Duration most) throws InterruptedException {
        List<RunEvent> news = new ArrayList<>();
        Optional<LiveRun> live = runs.live(id);
        if (live.isPresent()) {
            LiveRun.News here = live.get().after(seen, most);
            add(news, here.events());
            if (!here.over()) {
                return news;
            }
        }
        addEnd(news, live.isEmpty());
        return news;
    }

    /** The state is read before the events, so that the end is told after the last of them. */
    private void addEnd(List<RunEvent> news, boolean elsewhere) {
        Optional<Run> run = store.find(id);
        if (elsewhere) {
            add(news, store.events(id, seen));
        }
        run.filter(now -> now.over() || waits(now)).ifPresent(now -> {
            news.add(new Turned(now.view()));
            over = now.over();
        });
        if (run.isEmpty()) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "operation " + id + " is kept no longer", "");
        }
    }

    private boolean waits(Run run) {
        boolean news = run.standing().state() == RunState.WAITING && told.isEmpty();
        if (news) {
            told = Optional.of(RunState.WAITING);
        }
        return news;
    }

    private void add(List<RunEvent> news, List<Progressed> events) {
        for (Progressed event : events) {
            seen = event.number();
            news.add(event);
        }
    }
}
