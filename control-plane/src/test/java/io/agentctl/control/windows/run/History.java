package io.agentctl.control.windows.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.windows.state.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A random history of three services under one window, and a model of what people set: whatever the runs did in
 * between, a service that is awake after a good run is what people last made it.
 */
final class History {

    private static final Instant START = Instant.parse("2030-03-04T12:00:00Z");
    private static final int EVENTS = 18;
    private static final int MOST_TASKS = 9;
    private static final int TOLD = 40;

    private final SleepBench bench;
    private final Random random;
    private final Nights rules;
    private final List<String> services = new ArrayList<>();
    private final Map<String, Human> humans = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private Instant at = START;

    /** What people last made of a service; scaling is theirs too. */
    private static final class Human {
        int desired;
        Bounds bounds;
        Suspension suspension;
        final Set<Integer> ever = new HashSet<>();

        void desire(int count) {
            desired = count;
            ever.add(count);
        }
    }

    History(SleepBench bench, long seed) {
        this.bench = bench;
        this.random = new Random(seed);
        int floor = random.nextInt(4) == 0 ? 1 : 0;
        for (String name : List.of("a", "b", "c")) {
            services.add(name + Math.floorMod(seed, 10_000));
        }
        this.rules = new Nights(Set.copyOf(services), floor, random.nextInt(4) == 0);
    }

    static Instant start() {
        return START;
    }

    /** What happened, to find out why. */
    List<String> told() {
        return told;
    }

    void play() throws Exception {
        services.forEach(this::create);
        try {
            for (int event = 0; event < EVENTS; event++) {
                next();
            }
            at = morning(at);
            goodRun();
        } finally {
            services.forEach(bench::delete);
        }
    }

    private void create(String service) {
        Human human = new Human();
        human.desire(1 + rules.floor() + random.nextInt(5));
        bench.create(service, human.desired);
        if (random.nextBoolean()) {
            human.bounds = new Bounds(1 + rules.floor(), MOST_TASKS);
            human.suspension = new Suspension(false, false, random.nextInt(4) == 0);
            bench.register(service, human.bounds, human.suspension);
        }
        humans.put(service, human);
        tell("create " + service + " with " + human.desired + " within " + human.bounds + ", " + rules);
    }

    private void next() throws Exception {
        String service = services.get(random.nextInt(services.size()));
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> {
                Duration by = Duration.ofMinutes(random.nextInt(18 * 60));
                at = at.plus(by);
                bench.clock.move(by);
                tell("time passes to " + at);
            }
            case 3, 4 -> goodRun();
            case 5, 6 -> mortalRun(Fates.deadly(random, 1 + random.nextInt(90)));
            case 7 -> badRun(Fates.bad(random));
            case 8 -> twoAtOnce();
            case 9 -> scaleByHand(service);
            case 10 -> boundsByHand(service);
            case 11 -> wish(service);
            case 12 -> scaleByPolicy(service);
            default -> throw new IllegalStateException();
        }
    }

    private void goodRun() {
        bench.clock.move(Duration.ofHours(3));
        tell("good run at " + at);
        ApplyWindows.Result result = bench.run(rules.file(), services, at, Fates.good());
        result.services().forEach(outcome -> tell("  " + line(outcome)));
        assertThat(result.failed()).as("%s", this).isEmpty();
        services.forEach(this::check);
    }

    private void mortalRun(Fates fates) {
        bench.clock.move(Duration.ofHours(3));
        tell("run that dies, at " + at);
        try {
            bench.run(rules.file(), services, at, fates).services().forEach(outcome -> tell("  " + line(outcome)));
        } catch (Fates.Killed | IllegalStateException killed) {
            tell("  " + Fates.killed(killed));
        }
    }

    private void badRun(Fates fates) {
        bench.clock.move(Duration.ofHours(3));
        tell("run with throttling and lost answers at " + at);
        try {
            bench.run(rules.file(), services, at, fates).services().forEach(outcome -> tell("  " + line(outcome)));
        } catch (AgentctlException fault) {
            tell("  " + fault.getMessage());
        }
    }

    private void twoAtOnce() throws Exception {
        bench.clock.move(Duration.ofHours(3));
        tell("two runs at once at " + at);
        CompletableFuture<ApplyWindows.Result> other =
                CompletableFuture.supplyAsync(() -> bench.run(rules.file(), services, at, Fates.good()));
        List<ServiceOutcome> all = new ArrayList<>(
                bench.run(rules.file(), services, at, Fates.good()).services());
        all.addAll(other.get().services());
        all.forEach(outcome -> tell("  " + line(outcome)));
        assertThat(all)
                .as("%s", this)
                .allMatch(outcome ->
                        outcome.error().isEmpty() || outcome.error().get().code() == ErrorCode.CONFLICT);
    }

    private void scaleByHand(String service) {
        Human human = humans.get(service);
        int least = Math.max(rules.floor() + 1, human.bounds == null ? 1 : human.bounds.min());
        int most = human.bounds == null ? MOST_TASKS : human.bounds.max();
        human.desire(least + random.nextInt(most - least + 1));
        bench.setDesired(service, human.desired);
        tell("somebody sets " + service + " to " + human.desired);
    }

    /** What a policy does, if it may: that is what the service has, as if somebody had set it. */
    private void scaleByPolicy(String service) {
        Optional<ScalingLimits> scaling = bench.scaling(service);
        if (scaling.isEmpty() || scaling.get().suspension().scaleOut()) {
            return;
        }
        Bounds bounds = scaling.get().bounds();
        int least = Math.max(bounds.min(), rules.floor() + 1);
        int count = least + random.nextInt(Math.max(1, bounds.max() - least + 1));
        humans.get(service).desire(count);
        bench.setDesired(service, count);
        tell("a policy scales " + service + " to " + count);
    }

    /** A minimum above the floor: AWS pulls a sleeping service up to it, which wakes it as if by hand. */
    private void boundsByHand(String service) {
        Human human = humans.get(service);
        if (human.bounds == null || rules.enforce()) {
            return;
        }
        int before = bench.desired(service);
        int least = rules.floor() + 1 + random.nextInt(3);
        human.bounds = new Bounds(least, least + 2 + random.nextInt(4));
        bench.register(service, human.bounds);
        int after = bench.desired(service);
        human.desire(after == before ? clamp(human) : after);
        tell("somebody has " + service + " scale within " + human.bounds + "; it wants " + after);
    }

    private static int clamp(Human human) {
        return human.bounds == null ? human.desired : Math.clamp(human.desired, human.bounds.min(), human.bounds.max());
    }

    private void wish(String service) {
        bench.clock.move(Duration.ofHours(3));
        Optional<Wish> wish = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new Wish(
                        random.nextBoolean(), at.plus(Duration.ofHours(1 + random.nextInt(9))), "test", "somebody"));
        tell("a wish for " + service + ": " + wish);
        try {
            ApplyWindows.Result result = bench.wish(
                    rules.file(),
                    services,
                    service,
                    wish,
                    at,
                    random.nextBoolean() ? Fates.good() : Fates.deadly(random, 1 + random.nextInt(40)));
            tell("  " + line(result.services().getFirst()));
        } catch (Fates.Killed | IllegalStateException killed) {
            tell("  " + Fates.killed(killed));
        }
    }

    /** What must hold after a good run. */
    private void check(String service) {
        Human human = humans.get(service);
        Optional<Wish> wish = Optional.ofNullable(bench.states
                        .of(SleepBench.HERE, SleepBench.name(service))
                        .wish())
                .filter(held -> held.holds(at));
        boolean asleep = wish.map(Wish::asleep).orElse(Nights.night(at));
        int desired = bench.desired(service);
        assertThat(bench.journal.holder(
                        SleepBench.HERE, SleepBench.name(service).resource()))
                .as("%s", this)
                .isEmpty();
        if (asleep) {
            assertThat(desired)
                    .as("%s asleep, %s", service, this)
                    .isIn(wish.isPresent() ? 0 : rules.floor(), human.desired);
            return;
        }
        if (rules.enforce()) {
            assertThat(human.ever).as("%s, %s", service, this).contains(desired);
        } else {
            assertThat(desired).as("%s awake, %s", service, this).isEqualTo(human.desired);
        }
        Optional<ScalingLimits> scaling = bench.scaling(service);
        assertThat(scaling.map(ScalingLimits::bounds).orElse(null))
                .as("%s scales, %s", service, this)
                .isEqualTo(human.bounds);
        assertThat(scaling.map(ScalingLimits::suspension).orElse(null))
                .as("%s suspended, %s", service, this)
                .isEqualTo(human.suspension);
        assertThat(human.bounds == null || desired >= human.bounds.min())
                .as("%s above its minimum, %s", service, this)
                .isTrue();
    }

    private static Instant morning(Instant at) {
        Instant next = at.plus(Duration.ofHours(30));
        return Nights.night(next) ? next.plus(Duration.ofHours(11)) : next;
    }

    private static String line(ServiceOutcome outcome) {
        return outcome.service() + " " + outcome.deed() + " " + outcome.desired() + "->" + outcome.to() + " "
                + outcome.why() + outcome.kept()
                + outcome.error().map(error -> error.message()).orElse("");
    }

    private void tell(String what) {
        told.add(what);
    }

    @Override
    public String toString() {
        return String.join("\n", told.subList(Math.max(0, told.size() - TOLD), told.size()));
    }
}
