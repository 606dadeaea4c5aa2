package io.agentctl.control.performance.watch;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.ecs.DeploymentGateway;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Journal;
import java.util.List;
import java.util.function.Supplier;

/** What watching needs of a place in AWS. */
public final class WatchWiring {

    private final AwsClients aws;
    private final Supplier<Journal> journal;
    private final DeploymentGateway deployments;

    public WatchWiring(AwsClients aws, Supplier<Journal> journal, DeploymentGateway deployments) {
        this.aws = aws;
        this.journal = journal;
        this.deployments = deployments;
    }

    /** Where causes of changes are looked for. */
    public List<Happenings> happenings(FindRegressions.Request request) {
        List<ServiceName> services =
                request.causes().services().stream().map(ServiceName::parse).toList();
        return List.of(new JournalHappenings(journal), new DeploymentHappenings(deployments, services));
    }

    /** What publishes to topics. */
    public TopicGateway topics() {
        return new TopicGateway(aws::sns, new ApiCalls(1));
    }
}
