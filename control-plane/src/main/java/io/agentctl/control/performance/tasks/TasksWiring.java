package io.agentctl.control.performance.tasks;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.performance.tasks.LoadOnTasks.Boards;
import java.time.Clock;
import java.util.function.Supplier;

/** What loads on tasks need of a place in AWS. Wall time is this machine's: the sandbox's clock moves no load. */
public final class TasksWiring {

    private static final int CALLS_IN_FLIGHT = 4;

    private final AwsClients aws;

    public TasksWiring(AwsClients aws) {
        this.aws = aws;
    }

    /**
     * The use case that has tasks send.
     *
     * @param table the team's, in which they meet
     */
    public LoadOnTasks load(Supplier<String> region, String table) {
        Clock clock = Clock.systemUTC();
        Boards boards = new Boards() {
            @Override
            public Board open(String run) {
                return new Board(aws::dynamoDb, table, run, clock);
            }

            @Override
            public String table() {
                return table;
            }
        };
        return new LoadOnTasks(new TaskGateway(aws::ecs, new ApiCalls(CALLS_IN_FLIGHT)), region, boards, clock);
    }

    /** The use case of each task. */
    public SendPart sendPart() {
        return new SendPart(aws::dynamoDb, Clock.systemUTC());
    }
}
