package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One of many who publish and activate the same policy at the same time, once a round, each from what it saw. */
final class Contender {

    static final PolicyId POLICY = new PolicyId("contended");
    static final String ENVIRONMENT = "production";

    private final PolicyStore store;
    private final String name;

    Contender(DynamoDbClient client, String table, String name) {
        this.store = new PolicyStore(client, table, InstantSource.system());
        this.name = name;
    }

    /**
     * What it did in a round.
     *
     * @param version the number that it published; 0 if somebody was quicker
     * @param generation that it made; 0 if somebody was quicker
     */
    record Round(String contender, int round, long version, long generation) {

        static Round parse(String line) {
            String[] words = line.split(" ", -1);
            return new Round(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
        }

        @Override
        public String toString() {
            return contender + " " + round + " " + version + " " + generation;
        }

        /** What it gave as its reason, which the history must show. */
        String reason() {
            return contender + " in round " + round;
        }
    }

    Round play(int round) {
        Round reason = new Round(name, round, 0, 0);
        PolicyHead seen = store.head(ENVIRONMENT);
        Optional<VersionRef> base = store.newest(POLICY).map(VersionLine::ref);
        String digest = "%064x".formatted(Math.abs((long) reason.reason().hashCode()));
        long version = 0;
        Optional<VersionRef> mine = base;
        try {
            Published published = store.publish(new PublishRequest(
                    POLICY, "team", reason.reason(), digest, Optional.empty(), name, reason.reason(), base));
            version = published.version().ref().number();
            mine = Optional.of(published.version().ref());
        } catch (PolicyException conflict) {
            requireConflict(conflict);
        }
        return new Round(
                name,
                round,
                version,
                mine.map(ref -> activate(seen, ref, reason)).orElse(0L));
    }

    private long activate(PolicyHead seen, VersionRef version, Round round) {
        try {
            PolicyHead made = store.update(
                    HeadUpdate.of(seen, List.of(new HeadChange.Activate(POLICY, version)), name, round.reason()));
            return made.reason().equals(round.reason()) ? made.generation() : 0;
        } catch (PolicyException conflict) {
            requireConflict(conflict);
            return 0;
        }
    }

    private static void requireConflict(PolicyException failure) {
        if (failure.kind() != PolicyException.Kind.CONFLICT) {
            throw failure;
        }
    }
}
