package io.agentctl.control.rightsizing;

import io.agentctl.control.UseCase;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Advises on usage from a CSV file, without AWS. */
public final class AdviseOnFile implements UseCase<AdviseOnFile.Request, AdviseOnFile.Result> {

    /**
     * What to advise on.
     *
     * @param file timestamp, cpu_percent, and memory_percent if known
     * @param size of the tasks that were measured
     * @param tasks how many ran and must go on running; empty if one ran and the count may change
     * @param appetite how many minutes over the CPU budget are accepted
     * @param budgets how full a task may be
     */
    public record Request(Path file, TaskSize size, Optional<Integer> tasks, RiskAppetite appetite, Budgets budgets) {}

    /**
     * The advice.
     *
     * @param prices one line: which price table
     * @param services the advice, one element, as for services in AWS
     */
    public record Result(String prices, List<ServiceAdvice> services) {
        public Result {
            services = List.copyOf(services);
        }
    }

    private final Supplier<PriceTable> prices;

    public AdviseOnFile(Supplier<PriceTable> prices) {
        this.prices = prices;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        CsvUsage csv = UsageCsv.read(request.file());
        PriceTable table = prices.get();
        SizingConstraints given =
                SizingConstraints.fixed(request.size(), request.tasks().orElse(1), request.appetite());
        SizingConstraints constraints = new SizingConstraints(
                given.size(),
                given.tasks(),
                request.tasks().isPresent() ? given.count() : SizingConstraints.unscaled(given.tasks()),
                given.architecture(),
                given.operatingSystem(),
                given.spotShare(),
                request.budgets(),
                request.appetite(),
                given.resizes());
        ServiceUsage usage = csv.ofTasksOf(request.size());
        Advice advice = new SizeAdviser(table).advise(usage, constraints);
        String name = request.file().getFileName().toString();
        return new Result(table.description(), List.of(ServiceAdvice.of("", name, advice, usage, csv.notes())));
    }
}
