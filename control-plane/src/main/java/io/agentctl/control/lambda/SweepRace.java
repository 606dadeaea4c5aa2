package io.agentctl.control.lambda;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.lambda.invocation.Answered;
import io.agentctl.control.lambda.invocation.Call;
import io.agentctl.control.lambda.invocation.RoundPlayer;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.LambdaSize;
import io.agentctl.control.race.Measurement;
import io.agentctl.control.race.Race;
import io.agentctl.control.race.Round;
import io.agentctl.control.race.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A race that is run by invoking a function's variants. One thread at a time. */
final class SweepRace implements MeasureSizes.Measuring {

    private final FunctionName name;
    private final Architecture present;
    private final RoundPlayer player;
    private final Map<LambdaSize, Integer> turns = new LinkedHashMap<>();
    private final Map<LambdaSize, Integer> copies = new LinkedHashMap<>();
    private final Map<LambdaSize, String> errors = new LinkedHashMap<>();
    private final Set<Variant> started = new LinkedHashSet<>();
    private final Map<LambdaSize, Variant> warm = new LinkedHashMap<>();
    private Race race;
    private Optional<OperationId> operation = Optional.empty();
    private boolean clientTimed;

    /**
     * A race that has not begun.
     *
     * @param present the architecture that the function has
     */
    SweepRace(FunctionName name, Architecture present, Race race, RoundPlayer player) {
        this.name = name;
        this.present = present;
        this.race = race;
        this.player = player;
        race.course().sizes().forEach(size -> copies.put(size, 1));
    }

    /** One of every size, to begin with. */
    List<Variant> firstVariants() {
        return race.course().sizes().stream()
                .map(size -> Variant.of(size, present, 1))
                .toList();
    }

    @Override
    public Outcome measure(int group, StepContext context) {
        operation = Optional.of(context.operation());
        while (true) {
            Optional<Round> round = race.next();
            if (round.isEmpty()) {
                return Outcome.done();
            }
            List<Variant> lacking = lacking(round.get());
            if (!lacking.isEmpty()) {
                return Outcome.followedBy(new SweepSteps(name).measured(lacking, group + 1));
            }
            race = race.after(play(round.get(), context));
        }
    }

    Verdict verdict() {
        return race.verdict();
    }

    /** The operation that measured, once it did. */
    Optional<OperationId> operation() {
        return operation;
    }

    int invocations() {
        return race.invocations();
    }

    /** Whether a time is the client's, because there was no report. */
    boolean clientTimed() {
        return clientTimed;
    }

    /** What the function said when it failed, by size: the first of each. */
    Map<LambdaSize, String> errors() {
        return errors;
    }

    private List<Measurement> play(Round round, StepContext context) {
        ProgressListener progress = context.progress();
        int made = race.invocations();
        int limit = Math.max(1, race.course().settings().maxInvocations());
        String work =
                "measuring, " + race.racing().size() + " of " + race.measured().size() + " sizes left";
        List<Measurement> measured = new ArrayList<>();
        player.play(calls(round, context), progress.cancellation(), answer -> {
            measured.add(answer.measurement());
            note(answer);
            progress.advance(work, Math.min(limit, made + measured.size()), limit);
        });
        return measured;
    }

    private void note(Answered answer) {
        clientTimed |= answer.clientTimed();
        if (!answer.error().isEmpty()) {
            errors.putIfAbsent(answer.measurement().size(), answer.error());
        }
    }

    /** Sizes that have no variant yet, and further copies where cold starts are wanted and all copies were started. */
    private List<Variant> lacking(Round round) {
        List<Variant> lacking = new ArrayList<>();
        for (LambdaSize size : round.invocations().stream()
                .map(Round.Invocation::size)
                .distinct()
                .toList()) {
            int there = copies.getOrDefault(size, 0);
            int wanted = Math.max(
                    there == 0 ? 1 : 0, bursts(round, size) - fresh(size).size());
            for (int copy = there + 1; copy <= there + wanted; copy++) {
                lacking.add(Variant.of(size, present, copy));
            }
            copies.put(size, there + wanted);
        }
        return lacking;
    }

    /** How many copies the cold starts of a round take: one starts as many at once as may be in flight. */
    private int bursts(Round round, LambdaSize size) {
        int cold = (int) round.invocations().stream()
                .filter(one -> one.cold() && one.size().equals(size))
                .count();
        return Math.ceilDiv(cold, player.concurrency());
    }

    private List<Variant> fresh(LambdaSize size) {
        List<Variant> fresh = new ArrayList<>();
        for (int copy = 1; copy <= copies.getOrDefault(size, 0); copy++) {
            Variant variant = Variant.of(size, present, copy);
            if (!started.contains(variant)) {
                fresh.add(variant);
            }
        }
        return fresh;
    }

    /** Cold ones choose first: what was never started is theirs. */
    private List<Call> calls(Round round, StepContext context) {
        List<Call> calls = new ArrayList<>();
        Map<LambdaSize, List<LambdaSize>> cold = round.invocations().stream()
                .filter(Round.Invocation::cold)
                .map(Round.Invocation::size)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.toList()));
        cold.forEach((size, wanted) -> {
            List<Variant> fresh = fresh(size);
            for (int n = 0; n < wanted.size(); n++) {
                calls.add(call(size, fresh.get(n / player.concurrency()), true, context));
            }
        });
        for (Round.Invocation wanted : round.invocations()) {
            if (!wanted.cold()) {
                Variant variant = warm.getOrDefault(wanted.size(), Variant.of(wanted.size(), present, 1));
                calls.add(call(wanted.size(), variant, false, context));
            }
        }
        return calls;
    }

    private Call call(LambdaSize size, Variant variant, boolean cold, StepContext context) {
        started.add(variant);
        warm.put(size, variant);
        return new Call(
                size,
                Marks.alias(context.operation(), variant),
                PublishSize.version(context, variant).orElseThrow(),
                cold,
                turns.merge(size, 1, Integer::sum) - 1);
    }
}
