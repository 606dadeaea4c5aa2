package io.agentctl.control.project;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Finds what a project file would name: clusters, their services, tables, and the project's name that they share. */
public final class DescribeAccount implements UseCase<DescribeAccount.Request, DescribeAccount.Result> {

    /** The suffix of the policies table, from which the project's name is taken. */
    private static final String POLICIES_TABLE = "-governance-policies";

    /** Asks for everything. */
    public record Request() {}

    /**
     * A cluster.
     *
     * @param name its name
     * @param services its services, in order
     */
    public record Cluster(String name, List<String> services) {
        public Cluster {
            services = List.copyOf(services);
        }
    }

    /**
     * What was found.
     *
     * @param target the account and region
     * @param project the name that the tables share; empty if there is no policies table
     * @param clusters in order of their names
     * @param tables in order of their names
     */
    public record Result(Target target, Optional<String> project, List<Cluster> clusters, List<String> tables) {
        public Result {
            clusters = List.copyOf(clusters);
            tables = List.copyOf(tables);
        }
    }

    private final Supplier<Target> here;
    private final EcsGateway ecs;
    private final Supplier<DynamoDbClient> dynamoDb;

    public DescribeAccount(Supplier<Target> here, EcsGateway ecs, Supplier<DynamoDbClient> dynamoDb) {
        this.here = here;
        this.ecs = ecs;
        this.dynamoDb = dynamoDb;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Cluster> clusters = new ArrayList<>();
        for (String name : ecs.clusters()) {
            clusters.add(new Cluster(name, ecs.serviceNames(name)));
        }
        List<String> tables = new ApiCalls(1)
                .call("list tables", () -> dynamoDb.get().listTablesPaginator().tableNames().stream()
                        .sorted()
                        .toList());
        return new Result(here.get(), project(tables), clusters, tables);
    }

    static Optional<String> project(List<String> tables) {
        return tables.stream()
                .filter(table -> table.endsWith(POLICIES_TABLE) && table.length() > POLICIES_TABLE.length())
                .map(table -> table.substring(0, table.length() - POLICIES_TABLE.length()))
                .findFirst();
    }
}
