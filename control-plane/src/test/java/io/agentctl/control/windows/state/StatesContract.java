package io.agentctl.control.windows.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.Target;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.Suspension;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of states does. */
abstract class StatesContract {

    static final Target HERE = new Target("sandbox", "111122223333", "us-east-1");
    private static final Target ELSEWHERE = new Target("sandbox", "111122223333", "eu-west-1");
    private static final ServiceName API = new ServiceName("main", "api");
    private static final ServiceName WORKER = new ServiceName("main", "worker");
    private static final Instant NIGHT = Instant.parse("2026-03-02T20:00:00.123456789Z");
    private static final Sleeping SCALED =
            new Sleeping("nights", 0, NIGHT, new Original(3, new Bounds(2, 10), new Suspension(false, true, false)));
    private static final Wish AWAKE = new Wish(false, NIGHT.plusSeconds(7200), "release: \"ünïcode\"", "alice@desk");

    /** The store, each time on the same place. */
    abstract ServiceStates states();

    @Test
    void nothingIsRememberedAtFirst() {
        assertThat(states().of(HERE, API)).isEqualTo(ServiceState.none(API));
        assertThat(states().all(HERE)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ServiceState written =
                states().save(HERE, ServiceState.none(API).sleeping(SCALED).wishing(AWAKE));
        states().save(
                        HERE,
                        ServiceState.none(WORKER).sleeping(new Sleeping("", 1, NIGHT, new Original(2, null, null))));

        assertThat(written.version()).isEqualTo(1);
        assertThat(states().of(HERE, API)).isEqualTo(written);
        assertThat(states().all(HERE)).containsOnlyKeys(API, WORKER).containsEntry(API, written);
    }

    @Test
    void regionsAreApart() {
        states().save(HERE, ServiceState.none(API).sleeping(SCALED));

        assertThat(states().of(ELSEWHERE, API)).isEqualTo(ServiceState.none(API));
        assertThat(states().all(ELSEWHERE)).isEmpty();
    }

    @Test
    void whoReadAnOldVersionIsRefused() {
        ServiceState first = states().save(HERE, ServiceState.none(API).sleeping(SCALED));
        states().save(HERE, first.sleeping(null));

        assertThatThrownBy(() -> states().save(HERE, first.wishing(AWAKE)))
                .hasMessageContaining("main/api was written by somebody else");
        assertThatThrownBy(() -> states().save(HERE, ServiceState.none(API).wishing(AWAKE)))
                .hasMessageContaining("main/api was written by somebody else");
    }

    @Test
    void writingTheSameAgainSucceeds() {
        ServiceState state = ServiceState.none(API).sleeping(SCALED);
        states().save(HERE, state);

        assertThat(states().save(HERE, state).version()).isEqualTo(1);
    }
}
