package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.plan.Target;
import io.agentctl.control.remote.About;
import io.agentctl.control.schedules.Schedules;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the control plane says of itself. */
final class OwnHandlers {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Gate gate;
    private final String version;
    private final Supplier<Target> here;
    private final Duration clockOffset;
    private final Numbers numbers;
    private final BooleanSupplier ready;
    private final Supplier<Schedules> schedules;

    OwnHandlers(
            Gate gate,
            String version,
            Supplier<Target> here,
            Duration clockOffset,
            Numbers numbers,
            BooleanSupplier ready,
            Supplier<Schedules> schedules) {
        this.gate = gate;
        this.version = version;
        this.here = here;
        this.clockOffset = clockOffset;
        this.numbers = numbers;
        this.ready = ready;
        this.schedules = schedules;
    }

    /** What can be asked for. */
    record UseCases(List<Offer> useCases) {}

    /**
     * One use case.
     *
     * @param access whether it may change anything
     */
    record Offer(String name, Access access) {

        static Offer of(NamedUseCase<?, ?> useCase) {
            return new Offer(useCase.name(), useCase.access());
        }
    }

    void health(ServerRequest request, ServerResponse response) {
        boolean up = ready.getAsBoolean();
        Answers.json(
                response,
                up ? OK : UNAVAILABLE,
                JsonNodeFactory.instance.objectNode().put("status", up ? "UP" : "DOWN"));
    }

    void about(ServerRequest request, ServerResponse response) {
        gate.caller(request);
        Answers.record(response, OK, new About(version, RecordTree.SCHEMA_VERSION, here.get(), clockOffset));
    }

    void useCases(ServerRequest request, ServerResponse response) {
        gate.caller(request);
        Answers.record(
                response,
                OK,
                new UseCases(Catalogue.all().stream().map(Offer::of).toList()));
    }

    void schedules(ServerRequest request, ServerResponse response) {
        gate.caller(request);
        Answers.record(response, OK, schedules.get());
    }

    void metrics(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.send(numbers.text());
    }
}
