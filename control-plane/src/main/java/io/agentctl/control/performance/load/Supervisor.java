package io.agentctl.control.performance.load;

import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.load.Sender.Stop;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.threshold.Judge;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;

/** Looks at a run from beside it: tells how it goes, and ends it when it is asked to or a threshold is missed. */
final class Supervisor {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final int UNKNOWN_LENGTH = 100;
    /** Thresholds of the whole are looked at once there is something of a whole. */
    private static final double LEAST_SECONDS = 10;

    private static final long LEAST_ANSWERS = 100;
    private final LoadRequest request;
    private final Sender sender;
    private final long start;
    private final ProgressListener progress;
    private final LoadObserver observer;
    private final LiveCourse course;
    private long lastTold;
    private long lastResolved;

    Supervisor(LoadRequest request, Sender sender, long start, ProgressListener progress, LoadObserver observer) {
        this.request = request;
        this.sender = sender;
        this.start = start;
        this.progress = progress;
        this.observer = observer;
        this.course = new LiveCourse(request.scenario().request().timeout());
        this.lastTold = start;
        this.lastResolved = start;
    }

    void look(Addresses addresses) {
        long now = System.nanoTime();
        if (progress.cancellation().requested()) {
            sender.stop(Stop.INTERRUPTED);
        }
        if (now - lastTold >= SECOND) {
            tell(now);
            lastTold = now;
            if (request.abortOnFail() && missed()) {
                sender.stop(Stop.ABORTED);
            }
        }
        if (now - lastResolved >= MINUTE) {
            lastResolved = now;
            Thread.ofVirtual().start(addresses::refresh);
        }
    }

    void close() {
        progress.advance("", 1, 1);
    }

    private void tell(long now) {
        Live.Glance glance = sender.account().glance();
        observer.second(glance.latency(), glance.failed());
        double seconds = (now - lastTold) / (double) SECOND;
        int total = (int) request.scenario()
                .length()
                .map(Duration::toSeconds)
                .orElseGet(() -> (now - start) / SECOND + UNKNOWN_LENGTH)
                .longValue();
        int done = Math.clamp((now - start) / SECOND, 0, Math.max(0, total - 1));
        String figures = course.add(glance.latency(), glance.failed(), seconds);
        progress.course(stage() + figures, done, Math.max(1, total), course.heights());
    }

    private String stage() {
        Scenario scenario = request.scenario();
        int begun = sender.account().runs().size();
        return scenario.stages().size() < 2 || begun == 0
                ? "s  "
                : "s  " + scenario.stages().get(begun - 1).name() + "  ";
    }

    private boolean missed() {
        Findings findings = new Findings(request, sender, Instant.EPOCH, start);
        Judge judge = findings.judge();
        boolean enough = judge.total().seconds() >= LEAST_SECONDS
                && judge.total().counts().ended() >= LEAST_ANSWERS;
        for (Threshold threshold : request.thresholds()) {
            boolean judged = enough || threshold.sustained().isPresent();
            if (judged && judge.judge(threshold).standing() == Standing.MISSED) {
                return true;
            }
        }
        return false;
    }
}
