package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance is killed while it carries something out; another one goes on, and the caller notices a pause. */
class KilledControlPlaneIT {

    @TempDir
    private Path folder;

    @Test
    void anotherInstanceGoesOnWithWhatWasUnderWay() throws Exception {
        try (PlaneBench bench = new PlaneBench(folder)) {
            int port = PlaneBench.freePort();
            Process killed = bench.process(port);
            bench.instance(0);
            Cloud cloud = bench.cloud();
            Plan plan = EcsUseCases.PLAN_REDEPLOYMENT
                    .at(cloud)
                    .run(new Services("main", List.of("idle")), ProgressListener.SILENT);
            CountDownLatch underWay = new CountDownLatch(1);
            CompletableFuture<ApplyPlan.Result> result =
                    CompletableFuture.supplyAsync(() -> bench.remote(OperationUseCases.APPLY, port)
                            .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), event -> {
                                if (event instanceof ProgressEvent.Note note
                                        && note.text().startsWith("step 2")) {
                                    underWay.countDown();
                                }
                            }));
            assertThat(underWay.await(60, TimeUnit.SECONDS)).as("%s", result).isTrue();

            killed.destroyForcibly().waitFor();
            bench.instance(port);

            ApplyPlan.Result applied = result.get(120, TimeUnit.SECONDS);
            assertThat(applied.operations())
                    .extracting(Applied::state)
                    .as("%s", cloud.operations().journal().newestFirst().toList())
                    .containsExactly(OperationState.SUCCEEDED);
            assertThat(cloud.operations().journal().newestFirst())
                    .as("nothing was done twice")
                    .hasSize(1);
        }
    }

    @Test
    void anUndoThatWasUnderWayIsFinishedToo() throws Exception {
        try (PlaneBench bench = new PlaneBench(folder, "3d")) {
            int port = PlaneBench.freePort();
            Process killed = bench.process(port);
            bench.instance(0);
            Cloud cloud = bench.cloud();
            OperationId smaller = shrunk(cloud);
            CountDownLatch underWay = new CountDownLatch(1);
            CompletableFuture<OperationEnded> undone =
                    CompletableFuture.supplyAsync(() -> bench.remote(OperationUseCases.UNDO, port)
                            .run(new UndoOperation.Request(smaller, UndoMode.CAREFUL), event -> underWay.countDown()));
            assertThat(underWay.await(60, TimeUnit.SECONDS)).as("%s", undone).isTrue();

            killed.destroyForcibly().waitFor();
            bench.instance(port);

            assertThat(undone.get(120, TimeUnit.SECONDS).operation().state()).isEqualTo(OperationState.UNDONE);
            assertThat(cloud.operations().journal().find(smaller).orElseThrow().state())
                    .isEqualTo(OperationState.UNDONE);
        }
    }

    private static OperationId shrunk(Cloud cloud) {
        Plan plan = EcsUseCases.RIGHTSIZE
                .at(cloud)
                .run(
                        new RightsizeServices.Request(
                                new Services("main", List.of("idle")),
                                Duration.ofDays(3),
                                RiskAppetite.MEDIUM,
                                Budgets.DEFAULT),
                        ProgressListener.SILENT)
                .plan();
        return OperationUseCases.APPLY
                .at(cloud)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT)
                .operations()
                .getFirst()
                .operation();
    }
}
