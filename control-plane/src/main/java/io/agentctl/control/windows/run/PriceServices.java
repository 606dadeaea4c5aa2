package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.ecs.SizedService;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.AwakeCost;
import io.agentctl.control.windows.state.ServiceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells what the project's services cost while they are awake; one that sleeps counts as what it comes back to. */
public final class PriceServices implements UseCase<PriceServices.Request, PriceServices.Result> {

    /** Nothing to choose. */
    public record Request() {}

    /**
     * What they cost.
     *
     * @param services those whose tasks have a Fargate size
     * @param tags of all of the project's services, by name
     * @param prices one line: which price table
     */
    public record Result(List<AwakeCost> services, Map<String, Map<String, String>> tags, String prices) {

        /** Where nobody was asked. */
        public static final Result UNKNOWN = new Result(List.of(), Map.of(), "");

        public Result {
            services = List.copyOf(services);
            tags = Map.copyOf(tags);
        }
    }

    private final Supplier<ProjectServices> project;
    private final ServiceWatcher watcher;
    private final ServiceObserver observer;
    private final Supplier<PriceTable> prices;

    PriceServices(
            Supplier<ProjectServices> project,
            ServiceWatcher watcher,
            ServiceObserver observer,
            Supplier<PriceTable> prices) {
        this.project = project;
        this.watcher = watcher;
        this.observer = observer;
        this.prices = prices;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        ProjectServices services = project.get();
        Map<ServiceName, ServiceState> remembered = watcher.remembered();
        List<SizedService> found = observer.sized(services.cluster(), services.names());
        return new Result(
                found.stream()
                        .flatMap(service -> cost(service, remembered.get(service.name())).stream())
                        .toList(),
                found.stream()
                        .collect(Collectors.toMap(service -> service.name().service(), SizedService::tags)),
                prices.get().description());
    }

    private Optional<AwakeCost> cost(SizedService service, ServiceState remembered) {
        int tasks = Optional.ofNullable(remembered)
                .flatMap(ServiceState::asleep)
                .map(asleep -> asleep.original().desired())
                .orElse(service.desired());
        return service.taskDefinition().taskSize().map(size -> {
            double monthly = prices.get()
                    .monthlyUsd(
                            size.cpuUnits(),
                            size.memoryMib(),
                            1,
                            service.taskDefinition().architecture(),
                            service.spotShare());
            return new AwakeCost(service.name().service(), service.tags(), tasks, monthly / PriceTable.HOURS_PER_MONTH);
        });
    }
}
