package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.AwakeCost;
import io.agentctl.control.windows.state.Sleeping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
     */
    public record Result(List<AwakeCost> services) {

        public Result {
            services = List.copyOf(services);
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
        Map<String, ServiceView> views = watcher.all(services.cluster(), services.names(), true).stream()
                .collect(Collectors.toMap(view -> view.name().service(), Function.identity()));
        return new Result(observer.named(services.cluster(), services.names()).stream()
                .flatMap(service -> cost(service, views.get(service.name().service())).stream())
                .toList());
    }

    private Optional<AwakeCost> cost(ObservedService service, ServiceView view) {
        int tasks = Optional.ofNullable(view)
                .flatMap(there -> there.state().asleep())
                .map(Sleeping::original)
                .map(original -> original.desired())
                .orElse(service.desired());
        Map<String, String> tags = view == null ? Map.of() : view.count().tags();
        return service.taskDefinition().taskSize().map(size -> {
            double monthly = prices.get()
                    .monthlyUsd(
                            size.cpuUnits(),
                            size.memoryMib(),
                            1,
                            service.taskDefinition().architecture(),
                            service.spotShare());
            return new AwakeCost(service.name().service(), tags, tasks, monthly / PriceTable.HOURS_PER_MONTH);
        });
    }
}
