package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.team.Partition;
import io.agentctl.plane.TeamTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What instances of a control plane share, in Amazon's own engine. */
class TableStoresIT {

    private static TeamTable table;

    @BeforeAll
    static void start() {
        table = TeamTable.start();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    private static Partition partition(String name) {
        return table.partition(name);
    }

    @Test
    void oneOfManyInstancesTakesANonce() throws InterruptedException {
        List<Nonces> instances = IntStream.range(0, 8)
                .<Nonces>mapToObj(i -> new TableNonces(partition(TableNonces.PARTITION)))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads
                            .invokeAll(instances.stream()
                                    .<Callable<Boolean>>map(nonces -> () -> nonces.use("same", Instant.now()))
                                    .toList())
                            .stream()
                            .filter(Future::resultNow))
                    .hasSize(1);
        }
    }

    @Test
    void tokensAreKeptListedAndRevoked() {
        TableTokens tokens = new TableTokens(partition(TableTokens.PARTITION));
        Token token = new Token(
                "ci",
                Secret.hash("x"),
                Set.of(Role.OPERATOR, Role.APPROVER),
                Proofs.NOW.plusSeconds(60),
                Optional.of(Proofs.NOW),
                "token:root");

        assertThat(tokens.add(token)).isTrue();
        assertThat(tokens.add(new Token("ci", Secret.hash("y"), Set.of(), Proofs.NOW, Optional.empty(), "")))
                .isFalse();
        assertThat(tokens.find("ci")).contains(token);
        assertThat(tokens.all()).containsExactly(token);
        assertThat(tokens.remove("ci")).isTrue();
        assertThat(tokens.remove("ci")).isFalse();
        assertThat(tokens.find("ci")).isEmpty();
    }

    @Test
    void aSessionIsKnownToAllInstances() {
        // The engine deletes what has expired by its own clock.
        Instant now = Instant.now();
        Session session =
                new Session(new Caller("token:ci", Set.of(Role.VIEWER), Caller.Kind.TOKEN), now, now.plusSeconds(60));
        new TableSessions(partition(TableSessions.PARTITION)).add("hash", session);

        SessionStore other = new TableSessions(partition(TableSessions.PARTITION));
        assertThat(other.find("hash")).contains(session);
        other.remove("hash");
        other.remove("hash");
        assertThat(other.find("hash")).isEmpty();
    }
}
