package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a head becomes by changes. A pure function; also says in words what changed. */
final class HeadChanges {

    private final String environment;
    private final TreeMap<PolicyId, VersionRef> entries = new TreeMap<>();
    private Optional<Candidate> candidate;

    private HeadChanges(PolicyHead head) {
        this.environment = head.environment();
        head.entries().forEach(entry -> entries.put(entry.policy(), entry.version()));
        this.candidate = head.candidate();
    }

    /**
     * Applies changes in their order.
     *
     * @return a head with the entries and the candidate that are wanted, otherwise as it was
     * @throws PolicyException CONFLICT if a trial is in the way, or is not there; NOT_FOUND for what is not in force
     */
    static PolicyHead apply(PolicyHead head, List<HeadChange> changes) {
        HeadChanges result = new HeadChanges(head);
        changes.forEach(result::apply);
        return new PolicyHead(
                head.environment(),
                head.generation(),
                result.entries(),
                result.candidate,
                head.actor(),
                head.reason(),
                head.at());
    }

    private List<PolicyHead.Entry> entries() {
        return entries.entrySet().stream()
                .map(entry -> new PolicyHead.Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void apply(HeadChange change) {
        switch (change) {
            case HeadChange.Activate activate -> activate(activate.policy(), activate.version());
            case HeadChange.Deactivate deactivate -> {
                if (entries.remove(deactivate.policy()) == null) {
                    throw new PolicyException(
                            PolicyException.Kind.NOT_FOUND,
                            "policy " + deactivate.policy() + " is not in force in " + environment,
                            "agentctl policy status shows what is",
                            null);
                }
            }
            case HeadChange.Try attempt -> begin(attempt.candidate());
            case HeadChange.Advance advance -> {
                Candidate present = present();
                candidate = Optional.of(new Candidate(
                        present.policy(), present.version(), present.kind(), advance.percent(), present.bound()));
            }
            case HeadChange.Promote ignored -> {
                Candidate present = present();
                activate(present.policy(), present.version());
            }
            case HeadChange.Drop ignored -> {
                present();
                candidate = Optional.empty();
            }
        }
    }

    private void activate(PolicyId policy, VersionRef version) {
        entries.put(policy, version);
        candidate = candidate.filter(
                tried -> !tried.policy().equals(policy) || !tried.version().equals(version));
    }

    private void begin(Candidate wanted) {
        candidate
                .filter(present -> !present.policy().equals(wanted.policy())
                        || !present.version().equals(wanted.version()))
                .ifPresent(present -> {
                    throw new PolicyException(
                            PolicyException.Kind.CONFLICT,
                            environment + " tries " + words(present) + " already",
                            "promote or drop that first",
                            null);
                });
        candidate = Optional.of(wanted);
    }

    private Candidate present() {
        return candidate.orElseThrow(() -> new PolicyException(
                PolicyException.Kind.NOT_FOUND,
                environment + " tries no version now",
                "agentctl policy status shows what it does",
                null));
    }

    /** What differs, in words: {@code token-cap 2 to 3; tries hours 4 (canary 10 %)}. */
    static String words(PolicyHead from, PolicyHead to) {
        List<String> words = new ArrayList<>();
        Map<PolicyId, VersionRef> before = new TreeMap<>();
        from.entries().forEach(entry -> before.put(entry.policy(), entry.version()));
        for (PolicyHead.Entry entry : to.entries()) {
            VersionRef old = before.remove(entry.policy());
            if (old == null) {
                words.add(entry.policy() + " " + entry.version() + " activated");
            } else if (!old.equals(entry.version())) {
                words.add(entry.policy() + " " + old + " to " + entry.version());
            }
        }
        before.keySet().forEach(policy -> words.add(policy + " deactivated"));
        if (!from.candidate().equals(to.candidate())) {
            words.add(to.candidate().map(tried -> "tries " + words(tried)).orElse("tries nothing more"));
        }
        return String.join("; ", words);
    }

    private static String words(Candidate candidate) {
        String how =
                switch (candidate.kind()) {
                    case CANARY -> "canary " + candidate.percent() + " %";
                    case SHADOW -> "shadow";
                };
        return candidate.policy() + " " + candidate.version() + " (" + how + ")";
    }
}
