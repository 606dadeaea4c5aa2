package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Policies in one DynamoDB table: versions, what each environment enforces, who changed what, which runtimes there are,
 * and what they decided. Reads by key and by query, never scans; writes what belongs together in one transaction,
 * conditioned on what its maker saw. Thread-safe. Everything may fail with {@link io.agentctl.policies.PolicyException}
 * UNREACHABLE; where nothing else is said, the newest state is read.
 */
public final class PolicyStore {

    private final Versions versions;
    private final Heads heads;
    private final AuditLog audit;
    private final Runtimes runtimes;
    private final Decisions decisions;
    private final InstantSource clock;

    /** A store in a table as {@link PolicyTable} makes it. */
    public PolicyStore(DynamoDbClient client, String table, InstantSource clock) {
        TableCalls calls = new TableCalls(client, table);
        this.audit = new AuditLog(calls);
        this.versions = new Versions(calls, audit);
        this.heads = new Heads(calls, audit);
        this.runtimes = new Runtimes(calls);
        this.decisions = new Decisions(calls);
        this.clock = clock;
    }

    /**
     * Makes a version of a document, unless there is one with this content: then nothing is written but a signature
     * that was missing.
     *
     * @throws io.agentctl.policies.PolicyException CONFLICT if another version was published since {@code basedOn}, or
     *     at the same time; the message names it, who published it and when
     */
    public Published publish(PublishRequest request) {
        return versions.publish(request, clock.instant());
    }

    /** The newest version of a policy, without its text. */
    public Optional<VersionLine> newest(PolicyId policy) {
        return versions.newest(policy);
    }

    /** A version by its number. */
    public Optional<PolicyVersion> version(PolicyId policy, long number) {
        return versions.byNumber(policy, number);
    }

    /** A version by its content's digest. */
    public Optional<PolicyVersion> version(PolicyId policy, String digest) {
        return versions.byDigest(policy, digest);
    }

    /** All versions of a policy, the newest first, without their texts; empty if there is no such policy. */
    public List<VersionLine> versions(PolicyId policy) {
        return versions.lines(policy);
    }

    /** All policies, by id: one query. */
    public List<CataloguedPolicy> list() {
        return versions.catalogue();
    }

    /** What an environment enforces; generation 0 if nothing was ever activated there. */
    public PolicyHead head(String environment) {
        return heads.head(environment);
    }

    /**
     * What an environment enforces, if that is news. Costs half a read unit for each 4 KB of the head, at least a half,
     * when read {@link Reading#EVENTUAL}, whether it is news or not.
     *
     * @param generation the generation that the caller has
     */
    public Optional<PolicyHead> newerHead(String environment, long generation, Reading reading) {
        return heads.newer(environment, generation, reading);
    }

    /**
     * Changes what an environment enforces, as its next generation; nothing is written if it is so already.
     *
     * @return the head with the change; if this update was made before, the generation that it made
     * @throws io.agentctl.policies.PolicyException CONFLICT if somebody else made a generation since the one that was
     *     seen, naming who, when and why, or if another trial is in the way; NOT_FOUND if a version is not in the store
     */
    public PolicyHead update(HeadUpdate update) {
        return heads.update(update, clock.instant());
    }

    /**
     * Puts a policy back to what it was before its last change, as a new generation: doing it twice is a way forward
     * again.
     *
     * @throws io.agentctl.policies.PolicyException as {@link #update}; NOT_FOUND if it was never in force
     */
    public PolicyHead rollback(String environment, PolicyId policy, String actor, String reason) {
        PolicyHead head = heads.head(environment);
        return update(HeadUpdate.of(head, List.of(wayBack(environment, policy)), actor, reason));
    }

    /**
     * The change that would put a policy back to what it was before its last change.
     *
     * @throws io.agentctl.policies.PolicyException NOT_FOUND if it was never in force
     */
    public HeadChange wayBack(String environment, PolicyId policy) {
        Optional<VersionRef> before = heads.before(environment, policy);
        return before.isPresent() ? new HeadChange.Activate(policy, before.get()) : new HeadChange.Deactivate(policy);
    }

    /** All generations of an environment, the newest first, read as they are consumed. */
    public Stream<PolicyHead> history(String environment) {
        return heads.newestFirst(environment);
    }

    /** One generation of an environment. */
    public Optional<PolicyHead> generation(String environment, long generation) {
        return heads.generation(environment, generation);
    }

    /** The generation that an update made, if it took effect. */
    public Optional<PolicyHead> madeBy(HeadUpdate update) {
        return heads.madeBy(update);
    }

    /** What was done since then, the oldest first, read as it is consumed. */
    public Stream<AuditEvent> audit(Instant since) {
        return audit.between(since, clock.instant());
    }

    /** The runtimes of an environment that are not silent for longer than their time to live. */
    public List<RuntimeInstance> instances(String environment) {
        return runtimes.alive(environment, clock.instant());
    }

    /**
     * Tells what a runtime enforces, until it tells again.
     *
     * @param timeToLive how long the report is good for: a few times the interval of reports
     */
    public void report(RuntimeInstance instance, Duration timeToLive) {
        runtimes.report(instance, timeToLive);
    }

    /** Tells that a runtime stops. */
    public void leave(String environment, String instance) {
        runtimes.leave(environment, instance);
    }

    /**
     * Records decisions, 25 a call.
     *
     * @param kept how long until they expire
     * @return how many could not be written since the table was too busy, which the caller may count, but not wait for
     */
    public int record(String environment, List<RecordedLine> lines, Duration kept) {
        return decisions.record(environment, lines, kept);
    }

    /** Decisions recorded since then, the oldest first, read as they are consumed; may lack the last second's. */
    public Stream<RecordedLine> decisions(String environment, Instant since) {
        return decisions.between(environment, since, clock.instant());
    }
}
