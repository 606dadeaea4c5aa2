package io.agentctl.plane.approval;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Approvals asked for, decided and used. Whether a caller has the role to decide is decided elsewhere. */
public final class Approvals {

    private final ApprovalStore store;
    private final List<ApprovalRule> rules;
    private final Duration length;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param rules which changes take two; none: all take one
     * @param length how long after it was asked for an approval ends
     */
    public Approvals(ApprovalStore store, List<ApprovalRule> rules, Duration length, InstantSource clock) {
        this.store = store;
        this.rules = List.copyOf(rules);
        this.length = length;
        this.clock = clock;
    }

    /** Whether what somebody wants takes a second person. */
    public boolean needed(Demand demand) {
        return rules.stream().anyMatch(rule -> rule.concerns(demand));
    }

    /**
     * Asks for one. Asked again with the same id for the same thing, it stays the one that it was.
     *
     * @throws AgentctlException CONFLICT if the id stands for something else
     */
    public Approval ask(String id, Demand demand, String fingerprint, Caller requester) {
        Instant now = clock.instant();
        Approval asked = Approval.asked(id, demand, fingerprint, requester, now, now.plus(length));
        if (store.add(asked)) {
            return asked;
        }
        return find(id).filter(there -> there.fingerprint().equals(fingerprint))
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.CONFLICT, "approval " + id + " was asked for something else", "Ask with a new key."));
    }

    /** Agrees; see {@link Approval#approved}. */
    public Approval approve(String id, Caller by, String comment) {
        return change(id, (approval, now) -> approval.approved(new Approval.Ruling(by, now, comment)));
    }

    /** Refuses; see {@link Approval#rejected}. */
    public Approval reject(String id, Caller by, String comment) {
        return change(id, (approval, now) -> approval.rejected(new Approval.Ruling(by, now, comment)));
    }

    /**
     * Says whether what was agreed to may happen now; see {@link Approval#used}.
     *
     * @throws AgentctlException if not
     */
    public void requireGoodFor(String id, String fingerprint) {
        find(id).orElseThrow(() -> unknown(id)).used(fingerprint, clock.instant());
    }

    /** Lets what was agreed to happen, once; see {@link Approval#used}. */
    public Approval use(String id, String fingerprint) {
        return change(id, (approval, now) -> approval.used(fingerprint, now));
    }

    /** One as it stands now. */
    public Optional<Approval> find(String id) {
        return store.find(id).map(kept -> kept.approval().at(clock.instant()));
    }

    /** All of the last month as they stand now, the newest first. */
    public List<Approval> newestFirst() {
        Instant now = clock.instant();
        return store.all().stream()
                .map(approval -> approval.at(now))
                .sorted(Comparator.comparing(Approval::requestedAt).reversed().thenComparing(Approval::id))
                .toList();
    }

    private Approval change(String id, BiFunction<Approval, Instant, Approval> step) {
        ApprovalStore.Kept before = store.find(id).orElseThrow(() -> unknown(id));
        Approval after = step.apply(before.approval(), clock.instant());
        if (!store.replace(before, after)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, "somebody else decided on " + after + " at the same time", "Look at it again.");
        }
        return after;
    }

    private static AgentctlException unknown(String id) {
        return new AgentctlException(ErrorCode.NOT_FOUND, "there is no approval " + id, "It may be long over.");
    }
}
