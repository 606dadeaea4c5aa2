package io.agentctl.control.rightsizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why, with the figures of this service: first what decides, then what else should be known. */
final class Explanation {

    private static final double PERCENT = 100;
    private static final double CPU_PER_VCPU = 1024;
    private static final int WEEK = 7;

    private final Demand demand;
    private final SizingConstraints constraints;
    private final Choice choice;
    private final List<Reason> reasons = new ArrayList<>();

    private Explanation(Demand demand, SizingConstraints constraints, Choice choice) {
        this.demand = demand;
        this.constraints = constraints;
        this.choice = choice;
    }

    static List<Reason> of(
            Demand demand, SizingConstraints constraints, Choice choice, DemandPattern pattern, WalkForward walk) {
        Explanation explanation = new Explanation(demand, constraints, choice);
        switch (choice.finding()) {
            case UNDER -> explanation.under();
            case OVER -> explanation.over();
            case RIGHT, UNKNOWN -> explanation.right();
        }
        explanation.bounds();
        explanation.burst();
        explanation.pattern(pattern);
        if (walk.minutesThrottled() > 0) {
            explanation.say(
                    ReasonCode.WALK_FORWARD_THROTTLED,
                    "walked through this history, the method would have throttled %d of %d minutes",
                    walk.minutesThrottled(),
                    walk.minutesJudged());
        }
        return explanation.reasons;
    }

    private void under() {
        CpuNeed cpu = choice.need().cpu();
        double capacity = capacity();
        if (cpu.byCensoring() > capacity) {
            say(
                    ReasonCode.CPU_CENSORED,
                    "CPU stood at its limit in %d of %d samples, so more was wanted than was measured",
                    demand.censoredCount(),
                    demand.present());
        }
        if (cpu.byBudget() > capacity) {
            say(
                    ReasonCode.CPU_OVER_BUDGET,
                    "CPU is above its budget of %.0f %% for more minutes than are accepted: %.2f vCPU are needed, "
                            + "%.2f are in force",
                    constraints.budgets().cpuPercent(),
                    cpu.byBudget() / CPU_PER_VCPU,
                    capacity / CPU_PER_VCPU);
        }
        if (cpu.byPeak() > capacity) {
            say(
                    ReasonCode.CPU_PEAK,
                    "peaks want %.2f vCPU, %.2f are in force",
                    cpu.byPeak() / CPU_PER_VCPU,
                    capacity / CPU_PER_VCPU);
        }
        MemoryNeed memory = choice.need().memory();
        if (memory.mib() > constraints.size().memoryMib()) {
            say(
                    ReasonCode.MEMORY_OVER_BUDGET,
                    "memory peaks at %.0f of %d MiB, and %.0f are needed with headroom",
                    memory.peak(),
                    constraints.size().memoryMib(),
                    memory.mib());
        }
        if (constraints.count() instanceof TaskCount.Bounded bounded && constraints.tasks() < bounded.least()) {
            say(ReasonCode.TASK_FLOOR, "%d run, and no fewer than %d may", constraints.tasks(), bounded.least());
        }
        if (!choice.somethingFits()) {
            say(ReasonCode.NOTHING_FITS, ReasonCode.NOTHING_FITS.sentence() + "; the nearest is advised");
        }
        if (reasons.isEmpty() && constraints.count() instanceof TaskCount.Tracked tracked) {
            say(
                    ReasonCode.TRACKING,
                    "with this size, tracking at %.0f %% cannot keep CPU within its budget",
                    tracked.targetCpuPercent());
        }
    }

    private void over() {
        CpuNeed cpu = choice.need().cpu();
        Fleet best = choice.best().fleet();
        Fleet current = choice.current().fleet();
        if (best.size().cpuUnits() * best.meanTasks() < current.size().cpuUnits() * current.meanTasks()) {
            say(
                    ReasonCode.CPU_IDLE,
                    "%.2f vCPU are needed (%s), %.2f are paid for",
                    cpu.most() / CPU_PER_VCPU,
                    decidedBy(cpu),
                    current.size().cpuUnits() * current.meanTasks() / CPU_PER_VCPU);
        }
        if (best.size().memoryMib() * best.meanTasks() < current.size().memoryMib() * current.meanTasks()
                && choice.need().memory().measured()) {
            say(
                    ReasonCode.MEMORY_IDLE,
                    "a task needs %.0f MiB with headroom, and has %d",
                    choice.need().memory().mib(),
                    constraints.size().memoryMib());
        }
        if (reasons.isEmpty()) {
            say(ReasonCode.CPU_IDLE, "the same demand fits a cheaper mix of size and count");
        }
    }

    private String decidedBy(CpuNeed cpu) {
        if (cpu.byCensoring() >= cpu.most()) {
            return "samples that stood at their limit";
        }
        return cpu.byBudget() >= cpu.byPeak()
                ? String.format(
                        Locale.ROOT,
                        "the budget of %.0f %%",
                        constraints.budgets().cpuPercent())
                : String.format(Locale.ROOT, "peaks and %.0f %% headroom", cpu.headroom() * PERCENT);
    }

    private void right() {
        if (choice.somethingFits() && choice.best().usd() < choice.current().usd()) {
            say(
                    ReasonCode.SAVING_TOO_SMALL,
                    "%s would save %.1f %%, less than the %.0f %% that repay a rollout",
                    choice.best().fleet().size(),
                    (1 - choice.best().usd() / choice.current().usd()) * PERCENT,
                    Choice.LEAST_SAVING * PERCENT);
        } else {
            say(ReasonCode.FITS, ReasonCode.FITS.sentence());
        }
        if (choice.need().cpu().byCensoring() > 0) {
            say(
                    ReasonCode.CPU_CENSORED,
                    "CPU stood at its limit in %d of %d samples, so the size is not reduced",
                    demand.censoredCount(),
                    demand.present());
        }
    }

    private void bounds() {
        if (!choice.need().memory().measured()) {
            say(ReasonCode.MEMORY_UNKNOWN, ReasonCode.MEMORY_UNKNOWN.sentence());
        }
        if (constraints.count() instanceof TaskCount.Bounded bounded
                && !says(ReasonCode.TASK_FLOOR)
                && choice.need().cpu().most() <= choice.best().fleet().size().cpuUnits() * (bounded.least() - 1.0)) {
            say(ReasonCode.TASK_FLOOR, "fewer than %d tasks would do, but no fewer may run", bounded.least());
        }
        if (constraints.count() instanceof TaskCount.Bounded bounded
                && choice.need().cpu().most() > (double) constraints.size().cpuUnits() * bounded.most()) {
            say(ReasonCode.TASK_CEILING, "%d tasks of the size in force cannot carry the demand", bounded.most());
        }
        if (constraints.count() instanceof TaskCount.Tracked tracked && !says(ReasonCode.TRACKING)) {
            say(
                    ReasonCode.TRACKING,
                    "tracking at %.0f %% CPU moves the count, on average %.1f tasks of %s",
                    tracked.targetCpuPercent(),
                    choice.advised().fleet().meanTasks(),
                    choice.advised().fleet().size());
        }
    }

    private void burst() {
        Burst burst = choice.need().cpu().burst();
        double capacity = choice.advised().fleet().capacity(0);
        if (burst.exists() && !(constraints.count() instanceof TaskCount.Tracked) && burst.height() > capacity) {
            say(
                    ReasonCode.BURST_LEFT_OUT,
                    "one burst of %.0f minutes to %.2f vCPU did not come back and is not covered in full; "
                            + "a low risk appetite covers it",
                    demand.minutes(burst.until() - burst.from()),
                    burst.height() / CPU_PER_VCPU);
        }
    }

    private void pattern(DemandPattern pattern) {
        if (pattern.growthPerWeek() > 0) {
            say(
                    ReasonCode.GROWTH,
                    "demand grows by %.0f %% a week, and another week of it is covered",
                    pattern.growthPerWeek() * PERCENT);
        }
        if (pattern.levelShift() != 0) {
            say(
                    ReasonCode.LEVEL_SHIFT,
                    "the typical day moved by %+.0f %% to another level; both are covered",
                    pattern.levelShift() * PERCENT);
        }
        if (pattern.daily() >= Rhythm.WORTH_SAYING) {
            say(
                    ReasonCode.DAILY_RHYTHM,
                    "the hour of the day explains %.0f %% of the demand",
                    pattern.daily() * PERCENT);
        }
        if (pattern.weekly() >= Rhythm.WORTH_SAYING) {
            say(
                    ReasonCode.WEEKLY_RHYTHM,
                    "the day of the week explains %.0f %% of how days differ",
                    pattern.weekly() * PERCENT);
        }
        if (demand.span() < WEEK * demand.samplesIn(Days.DAY)) {
            say(ReasonCode.WEEK_NOT_SEEN, "no whole week was measured, so peaks get at least 25 %% headroom");
        }
    }

    private double capacity() {
        return constraints.count() instanceof TaskCount.Tracked tracked
                ? (double) constraints.size().cpuUnits() * tracked.most()
                : choice.current().fleet().capacity(0);
    }

    private boolean says(ReasonCode code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }

    private void say(ReasonCode code, String format, Object... figures) {
        reasons.add(new Reason(code, String.format(Locale.ROOT, format, figures)));
    }
}
