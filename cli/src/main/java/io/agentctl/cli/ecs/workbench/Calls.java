package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.ListAlarms;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.ecs.NameServices;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.ShowTasks;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.rightsizing.MeasureServices;

/**
 * What the workbench calls.
 *
 * @param names of the services that are meant
 * @param measure what some of them used
 * @param atOnce how many services are measured by one call
 * @param apply carries out a plan
 * @param operations finds what was begun
 * @param undo puts it back
 * @param tasks how a service stands
 * @param alarms that fire
 */
public record Calls(
        UseCase<Services, NameServices.Result> names,
        UseCase<MeasureServices.Request, MeasureServices.Result> measure,
        int atOnce,
        UseCase<ApplyPlan.Request, ApplyPlan.Result> apply,
        UseCase<ListOperations.Request, ListOperations.Result> operations,
        UseCase<UndoOperation.Request, OperationEnded> undo,
        UseCase<Services, ShowTasks.Result> tasks,
        UseCase<ListAlarms.Request, ListAlarms.Result> alarms) {

    /** As many as fill a few calls of CloudWatch; the first screen is there after the first. */
    public static final int SERVICES_AT_ONCE = 25;

    /** Two weeks of one are 160 KB; a control plane keeps answers of up to 380 KB. */
    public static final int SERVICES_THAT_TRAVEL = 2;
}
