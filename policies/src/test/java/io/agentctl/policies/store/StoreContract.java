package io.agentctl.policies.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a store does on any DynamoDB. */
abstract class StoreContract {

    static final PolicyId CAP = new PolicyId("token-cap");
    static final PolicyId HOURS = new PolicyId("hours");
    static final String PRODUCTION = "production";

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    String table;
    PolicyStore store;

    abstract DynamoDbClient client();

    @BeforeEach
    void createTable() {
        table = "acme-governance-policies-" + UUID.randomUUID();
        new PolicyTable(client(), table).create();
        store = store(client());
    }

    PolicyStore store(DynamoDbClient client) {
        return new PolicyStore(client, table, InstantSource.tick(() -> now, Duration.ofNanos(1)));
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    static PublishRequest request(PolicyId policy, int content, String actor) {
        return new PublishRequest(
                policy,
                "platform",
                "# content " + content,
                digest(content),
                Optional.empty(),
                actor,
                "because",
                Optional.empty());
    }

    static PublishRequest basedOn(PublishRequest request, VersionRef base) {
        return new PublishRequest(
                request.policy(),
                request.owner(),
                request.text(),
                request.digest(),
                request.signature(),
                request.actor(),
                request.reason(),
                Optional.of(base));
    }

    static String digest(int content) {
        return "%064x".formatted(content);
    }

    VersionRef published(PolicyId policy, int content) {
        return store.publish(request(policy, content, "alice")).version().ref();
    }

    PolicyHead update(HeadChange... changes) {
        return store.update(HeadUpdate.of(store.head(PRODUCTION), List.of(changes), "alice", "roll out"));
    }

    @Test
    void versionsCountFromOneAndTheirTextIsKept() {
        Published first = store.publish(request(CAP, 1, "alice"));
        Published second =
                store.publish(basedOn(request(CAP, 2, "bob"), first.version().ref()));

        assertThat(first.alreadyThere()).isFalse();
        assertThat(second.version().ref()).isEqualTo(new VersionRef(2, digest(2)));
        assertThat(store.version(CAP, 1)).contains(first.version());
        assertThat(store.version(CAP, digest(2))).contains(second.version());
        assertThat(store.version(CAP, 3)).isEmpty();
        assertThat(store.versions(CAP))
                .extracting(line -> line.ref().number(), VersionLine::actor)
                .containsExactly(tuple(2L, "bob"), tuple(1L, "alice"));
        assertThat(first.version().text()).isEqualTo("# content 1");
    }

    @Test
    void theCatalogueHasALineForEachPolicy() {
        published(CAP, 1);
        published(CAP, 2);
        published(HOURS, 3);

        assertThat(store.list())
                .containsExactly(
                        new CataloguedPolicy(HOURS, "platform", new VersionRef(1, digest(3)), "alice", now()),
                        new CataloguedPolicy(CAP, "platform", new VersionRef(2, digest(2)), "alice", now()));
    }

    @Test
    void theSameContentAgainIsTheVersionThatIsThere() {
        VersionRef first = published(CAP, 1);
        VersionRef second = published(CAP, 2);

        Published again = store.publish(request(CAP, 2, "bob"));
        Published old = store.publish(request(CAP, 1, "bob"));

        assertThat(again.alreadyThere()).isTrue();
        assertThat(again.version().actor()).isEqualTo("alice");
        assertThat(again.older()).isFalse();
        assertThat(old.alreadyThere()).isTrue();
        assertThat(old.older()).isTrue();
        assertThat(old.version().ref()).isEqualTo(first);
        assertThat(old.newest()).isEqualTo(second);
        assertThat(store.versions(CAP)).hasSize(2);
    }

    @Test
    void aConflictNamesTheWinner() {
        VersionRef first = published(CAP, 1);
        store.publish(basedOn(request(CAP, 2, "bob"), first));

        assertThatThrownBy(() -> store.publish(basedOn(request(CAP, 3, "alice"), first)))
                .asInstanceOf(InstanceOfAssertFactories.type(PolicyException.class))
                .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo(PolicyException.Kind.CONFLICT))
                .satisfies(conflict -> assertThat(conflict)
                        .hasMessageContaining("version 2 of policy token-cap was published by bob at "
                                + "2026-11-24T10:00:00Z (because)"));
        assertThat(store.versions(CAP)).hasSize(2);
    }

    @Test
    void anUnsignedVersionCanBeSignedLaterOnce() {
        PublishRequest unsigned = request(CAP, 1, "alice");
        store.publish(unsigned);

        Published signed = store.publish(signed(unsigned, "first"));
        Published again = store.publish(signed(unsigned, "second"));

        assertThat(signed.alreadyThere()).isTrue();
        assertThat(signed.version().signature().orElseThrow().value()).isEqualTo("first");
        assertThat(again.version().signature()).isEqualTo(signed.version().signature());
        assertThat(store.audit(now()))
                .extracting(AuditEvent::kind)
                .containsExactlyInAnyOrder(AuditEvent.Kind.PUBLISH, AuditEvent.Kind.SIGN);
    }

    private static PublishRequest signed(PublishRequest request, String value) {
        return new PublishRequest(
                request.policy(),
                request.owner(),
                request.text(),
                request.digest(),
                Optional.of(new PolicyVersion.Signature("Ed25519", "key", value)),
                request.actor(),
                request.reason(),
                request.basedOn());
    }

    @Test
    void anEnvironmentBeginsWithNothing() {
        assertThat(store.head(PRODUCTION).generation()).isZero();
        assertThat(store.head(PRODUCTION).entries()).isEmpty();
        assertThat(store.newerHead(PRODUCTION, 0, Reading.EVENTUAL)).isEmpty();
    }

    @Test
    void everyChangeIsAGeneration() {
        VersionRef one = published(CAP, 1);
        VersionRef two = published(CAP, 2);

        PolicyHead first = update(new HeadChange.Activate(CAP, one));
        PolicyHead second = update(new HeadChange.Activate(CAP, two));
        PolicyHead third = update(new HeadChange.Deactivate(CAP));

        assertThat(List.of(first.generation(), second.generation(), third.generation()))
                .containsExactly(1L, 2L, 3L);
        assertThat(store.head(PRODUCTION)).isEqualTo(third);
        assertThat(store.head("staging").generation()).isZero();
        assertThat(store.history(PRODUCTION)).containsExactly(third, second, first);
        assertThat(store.generation(PRODUCTION, 2)).contains(second);
        assertThat(second.version(CAP)).contains(two);
    }

    @Test
    void whatIsSoAlreadyMakesNoGeneration() {
        VersionRef one = published(CAP, 1);
        PolicyHead first = update(new HeadChange.Activate(CAP, one));

        assertThat(update(new HeadChange.Activate(CAP, one))).isEqualTo(first);
        assertThat(store.history(PRODUCTION)).hasSize(1);
    }

    @Test
    void aChangeBasedOnAnOldGenerationIsRefusedNamingTheWinner() {
        VersionRef one = published(CAP, 1);
        VersionRef two = published(CAP, 2);
        PolicyHead empty = store.head(PRODUCTION);
        store.update(HeadUpdate.of(empty, List.of(new HeadChange.Activate(CAP, one)), "bob", "mine"));

        assertThatThrownBy(() ->
                        store.update(HeadUpdate.of(empty, List.of(new HeadChange.Activate(CAP, two)), "alice", "mine")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("bob changed what production enforces at 2026-11-24T10:00:00Z (generation 1");
    }

    @Test
    void theSameUpdateTwiceIsDoneOnce() {
        VersionRef one = published(CAP, 1);
        HeadUpdate update =
                HeadUpdate.of(store.head(PRODUCTION), List.of(new HeadChange.Activate(CAP, one)), "alice", "roll out");

        PolicyHead first = store.update(update);
        update(new HeadChange.Deactivate(CAP));

        assertThat(store.update(update)).isEqualTo(first);
        assertThat(store.madeBy(update)).contains(first);
        assertThat(store.head(PRODUCTION).generation()).isEqualTo(2);
    }

    @Test
    void aVersionThatIsNotInTheStoreIsNotActivated() {
        published(CAP, 1);

        assertThatThrownBy(() -> update(new HeadChange.Activate(CAP, new VersionRef(7, digest(7)))))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("not in the store: token-cap 7 activated");
        assertThat(store.head(PRODUCTION).generation()).isZero();
    }

    @Test
    void rollbackGoesToWhatThePolicyWasBeforeItsLastChange() {
        VersionRef one = published(CAP, 1);
        VersionRef two = published(CAP, 2);
        VersionRef hours = published(HOURS, 3);
        update(new HeadChange.Activate(CAP, one));
        update(new HeadChange.Activate(CAP, two));
        update(new HeadChange.Activate(HOURS, hours));

        PolicyHead back = store.rollback(PRODUCTION, CAP, "bob", "worse");

        assertThat(back.generation()).isEqualTo(4);
        assertThat(back.version(CAP)).contains(one);
        assertThat(back.version(HOURS)).contains(hours);
        assertThat(store.rollback(PRODUCTION, HOURS, "bob", "").version(HOURS)).isEmpty();
        assertThat(store.rollback(PRODUCTION, HOURS, "bob", "").version(HOURS)).contains(hours);
        assertThatThrownBy(() -> store.rollback(PRODUCTION, new PolicyId("other"), "bob", ""))
                .hasMessageContaining("policy other was never in force in production");
    }

    @Test
    void aTrialIsBegunAdvancedAndPromotedOrDropped() {
        VersionRef one = published(CAP, 1);
        VersionRef two = published(CAP, 2);
        VersionRef hours = published(HOURS, 3);
        update(new HeadChange.Activate(CAP, one));
        Candidate canary = new Candidate(CAP, two, Candidate.Kind.CANARY, 10, new Candidate.Bound(50, 0.02, 0.1));

        assertThat(update(new HeadChange.Try(canary)).candidate()).contains(canary);
        assertThat(update(new HeadChange.Advance(50)).candidate().orElseThrow().percent())
                .isEqualTo(50);
        assertThat(store.head(PRODUCTION).version(CAP)).contains(one);
        Candidate other = new Candidate(HOURS, hours, Candidate.Kind.SHADOW, 100, Candidate.Bound.DEFAULT);
        assertThatThrownBy(() -> update(new HeadChange.Try(other)))
                .hasMessageContaining("production tries token-cap 2 (canary 50 %) already");

        PolicyHead promoted = update(new HeadChange.Promote());
        assertThat(promoted.version(CAP)).contains(two);
        assertThat(promoted.candidate()).isEmpty();
        update(new HeadChange.Try(other));
        assertThat(update(new HeadChange.Drop()).candidate()).isEmpty();
        assertThatThrownBy(() -> update(new HeadChange.Drop())).hasMessageContaining("tries no version now");
    }

    @Test
    void whoeverAsksForNewsGetsNewsOnly() {
        VersionRef one = published(CAP, 1);
        PolicyHead first = update(new HeadChange.Activate(CAP, one));

        assertThat(store.newerHead(PRODUCTION, 0, Reading.CONSISTENT)).contains(first);
        assertThat(store.newerHead(PRODUCTION, 1, Reading.CONSISTENT)).isEmpty();
    }

    @Test
    void theAuditLogTellsWhoDidWhatAndWhyOverMonths() {
        Instant begin = now();
        VersionRef one = published(CAP, 1);
        passes(Duration.ofDays(40));
        update(new HeadChange.Activate(CAP, one));
        passes(Duration.ofDays(40));
        Instant late = now();
        store.rollback(PRODUCTION, CAP, "bob", "too strict");

        assertThat(store.audit(begin))
                .extracting(AuditEvent::subject, AuditEvent::detail, AuditEvent::actor, AuditEvent::reason)
                .containsExactly(
                        tuple("policy token-cap", "version 1, " + digest(1), "alice", "because"),
                        tuple("environment production", "generation 1: token-cap 1 activated", "alice", "roll out"),
                        tuple("environment production", "generation 2: token-cap deactivated", "bob", "too strict"));
        assertThat(store.audit(late)).hasSize(1);
    }

    @Test
    void silentRuntimesAreGone() {
        store.report(instance("a", 3), Duration.ofSeconds(30));
        passes(Duration.ofSeconds(20));
        store.report(instance("b", 4), Duration.ofSeconds(30));

        assertThat(store.instances(PRODUCTION)).extracting(RuntimeInstance::id).containsExactly("a", "b");
        passes(Duration.ofSeconds(20));
        assertThat(store.instances(PRODUCTION)).containsExactly(at(instance("b", 4), now().minusSeconds(20)));
        store.leave(PRODUCTION, "b");
        assertThat(store.instances(PRODUCTION)).isEmpty();
    }

    private RuntimeInstance instance(String id, long generation) {
        return new RuntimeInstance(
                id, PRODUCTION, "10.0.0.1:8080", "0.1.0", generation, now(), now(), Optional.of("slow"));
    }

    private static RuntimeInstance at(RuntimeInstance instance, Instant time) {
        return new RuntimeInstance(
                instance.id(),
                instance.environment(),
                instance.address(),
                instance.version(),
                instance.generation(),
                time,
                time,
                instance.problem());
    }

    @Test
    void decisionsAreReadFromATimeOnOverHours() {
        List<RecordedLine> lines = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(minute -> lines.add(new RecordedLine(
                        now().plus(Duration.ofMinutes(3L * minute)), "d" + minute, "{\"n\":" + minute + "}")));
        Instant since = now().plus(Duration.ofMinutes(30));

        assertThat(store.record(PRODUCTION, lines, Duration.ofDays(7))).isZero();
        passes(Duration.ofHours(4));

        assertThat(store.decisions(PRODUCTION, since)).containsExactlyElementsOf(lines.subList(10, 60));
        assertThat(store.decisions("staging", since)).isEmpty();
    }

    @Test
    void moreThanAPageIsRead() {
        for (int content = 1; content <= 30; content++) {
            update(new HeadChange.Activate(CAP, published(CAP, content)));
        }

        assertThat(store.history(PRODUCTION).map(PolicyHead::generation))
                .containsExactlyElementsOf(
                        LongStream.iterate(30, n -> n - 1).limit(30).boxed().toList());
    }

    @Test
    void theTableIsAsItShouldBe() {
        PolicyTable made = new PolicyTable(client(), table);

        made.create();

        assertThat(made.problems()).isEmpty();
        assertThat(new PolicyTable(client(), "nowhere").problems()).containsExactly("there is no table nowhere");
        assertThatThrownBy(() -> new PolicyStore(client(), "nowhere", InstantSource.system()).list())
                .hasMessageContaining("there is no table nowhere");
    }
}
