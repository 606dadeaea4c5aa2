package io.agentctl.control.performance.load;

import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Request;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Scenarios of plain requests. */
final class Scenarios {

    private Scenarios() {}

    static Scenario of(Stage... stages) {
        return of(Duration.ofSeconds(10), stages);
    }

    static Scenario of(Duration timeout, Stage... stages) {
        return of(timeout, Protocol.HTTP_1_1, stages);
    }

    static Scenario of(Duration timeout, Protocol protocol, Stage... stages) {
        Request request = new Request("GET", Optional.empty(), new LinkedHashMap<>(), "", List.of(), timeout, protocol);
        return new Scenario("test", "", request, List.of(), List.of(), List.of(stages));
    }

    /** So many requests, so many at a time. */
    static Stage closed(int concurrency, long requests) {
        return new Stage(
                "closed",
                new Load.Closed(concurrency, Duration.ZERO),
                OptionalLong.of(requests),
                Optional.empty(),
                false,
                Duration.ZERO);
    }
}
