package io.agentctl.policies.rollout;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes recorded decisions again with a candidate in force, and says which come out otherwise. What would depend on a
 * masked fact is told as such, and never guessed.
 */
public final class Replay {

    private static final String ATTRIBUTES = "attributes";

    private final DecisionEngine engine;

    /** Makes a replay; it has no state of its own. */
    public Replay(DecisionEngine engine) {
        this.engine = engine;
    }

    /**
     * Replays.
     *
     * @param inForce what the environment enforces now; the candidate takes the place of its version there
     * @param digest the candidate's content address
     * @param records read once, in their order; those of other environments are counted and left out
     */
    public ReplayReport run(
            PolicySet inForce, CompiledPolicy candidate, String digest, Stream<RecordedDecision> records) {
        PolicySet policies = inForce.with(candidate);
        Counts counts = new Counts();
        for (Iterator<RecordedDecision> all = records.iterator(); all.hasNext(); ) {
            RecordedDecision record = all.next();
            if (record.environment().equals(policies.environment())) {
                replay(policies, record, counts);
            } else {
                counts.elsewhere++;
            }
        }
        return counts.report(candidate, digest, policies.environment());
    }

    private void replay(PolicySet policies, RecordedDecision record, Counts counts) {
        Set<String> masked = FactMask.maskedPaths(record.facts());
        Optional<Decision> decision = engine.decide(policies, known(record.facts()), masked);
        if (decision.isEmpty()) {
            counts.indeterminate(record, masked);
            return;
        }
        Optional<FlipKind> flip = FlipKind.between(record.decision(), decision.get());
        if (flip.isPresent()) {
            counts.flip(new Flip(flip.get(), record, decision.get()));
        } else {
            counts.unchanged++;
        }
    }

    /**
     * The facts without markers among the attributes, which expressions get as JSON; the engine knows by their paths
     * what is masked. A declared fact keeps its marker, so that {@code has(…)} still says that it was there.
     */
    private static Facts known(Facts facts) {
        Map<String, Object> context = new LinkedHashMap<>(facts.context());
        context.computeIfPresent(ATTRIBUTES, (ignored, attributes) -> withoutMarkers(attributes));
        return new Facts(facts.request(), context, facts.usage());
    }

    private static Object withoutMarkers(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), withoutMarkers(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(withoutMarkers(element)));
            return copy;
        }
        return value == Masked.VALUE ? null : value;
    }

    /** What has been found so far. */
    private static final class Counts {

        private long unchanged;
        private long elsewhere;
        private long denyToAllow;
        private long allowToDeny;
        private long indeterminate;
        private final List<Flip> worse = new ArrayList<>();
        private final List<Flip> stricter = new ArrayList<>();
        private final List<ReplayReport.Indeterminate> unknown = new ArrayList<>();

        void flip(Flip flip) {
            switch (flip.kind()) {
                case DENY_TO_ALLOW -> {
                    denyToAllow++;
                    keep(worse, flip);
                }
                case ALLOW_TO_DENY -> {
                    allowToDeny++;
                    keep(stricter, flip);
                }
            }
        }

        void indeterminate(RecordedDecision record, Set<String> masked) {
            indeterminate++;
            keep(unknown, new ReplayReport.Indeterminate(record, masked));
        }

        private static <T> void keep(List<T> examples, T example) {
            if (examples.size() < ReplayReport.MOST_EXAMPLES) {
                examples.add(example);
            }
        }

        ReplayReport report(CompiledPolicy candidate, String digest, String environment) {
            List<Flip> flips = new ArrayList<>(worse);
            flips.addAll(stricter);
            return new ReplayReport(
                    candidate.id(),
                    digest,
                    environment,
                    unchanged,
                    denyToAllow,
                    allowToDeny,
                    indeterminate,
                    elsewhere,
                    flips,
                    unknown);
        }
    }
}
