package io.agentctl.control.catalogue;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.audit.ReadAudit;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationDetails;
import io.agentctl.control.ops.OperationEnded;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.ShowOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.schedules.ListSchedules;
import io.agentctl.control.schedules.Schedules;
import java.time.InstantSource;
import java.util.List;

/** What can be asked of operations, and how plans of any capability are carried out. */
public final class OperationUseCases {

    /** A plan carried out, an operation for each resource. */
    public static final NamedUseCase<ApplyPlan.Request, ApplyPlan.Result> APPLY = NamedUseCase.changing(
            "plan.apply",
            ApplyPlan.Request.class,
            ApplyPlan.Result.class,
            here -> new ApplyPlan(here::changedHere, here.operations().appliers(), here.operations()::runner));

    /** What was changed, the newest first. */
    public static final NamedUseCase<ListOperations.Request, ListOperations.Result> LIST = NamedUseCase.reading(
            "ops.list",
            ListOperations.Request.class,
            ListOperations.Result.class,
            here -> new ListOperations(here.operations().journal()));

    /** An operation's steps, and what undoing it would do. */
    public static final NamedUseCase<ShowOperation.Request, OperationDetails> SHOW = NamedUseCase.reading(
            "ops.show", ShowOperation.Request.class, OperationDetails.class, here -> here.operations()
                    .showing());

    /** What an operation changed, put back. */
    public static final NamedUseCase<UndoOperation.Request, OperationEnded> UNDO = NamedUseCase.changing(
            "ops.undo",
            UndoOperation.Request.class,
            OperationEnded.class,
            here -> new UndoOperation(
                    here.operations().journal(), here.operations().runner()));

    /** An operation that stopped half-way, finished. */
    public static final NamedUseCase<ResumeOperation.Request, OperationEnded> RESUME = NamedUseCase.changing(
            "ops.resume",
            ResumeOperation.Request.class,
            OperationEnded.class,
            here -> new ResumeOperation(
                    here.operations().journal(), here.operations().runner()));

    /** Who did what by a control plane, and who was not let. */
    public static final NamedUseCase<ReadAudit.Request, ReadAudit.Result> AUDIT = NamedUseCase.reading(
            "ops.audit",
            ReadAudit.Request.class,
            ReadAudit.Result.class,
            here -> new ReadAudit(here.stores()::auditLog, InstantSource.system()));

    /** What control planes do at their times, and how it stands. */
    public static final NamedUseCase<ListSchedules.Request, Schedules> SCHEDULES = NamedUseCase.reading(
            "ops.schedules",
            ListSchedules.Request.class,
            Schedules.class,
            here -> new ListSchedules(here.stores()::schedules, InstantSource.system()));

    private OperationUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(APPLY, LIST, SHOW, UNDO, RESUME, AUDIT, SCHEDULES);
    }
}
