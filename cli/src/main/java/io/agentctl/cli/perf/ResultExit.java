package io.agentctl.cli.perf;

import io.agentctl.cli.command.Exit;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;

/** With which code a command ends that shows a result. */
final class ResultExit {

    private ResultExit() {}

    /** Missed thresholds are a verdict, also of a run that was interrupted; a run that shows nothing failed. */
    static int of(LoadResult result) {
        return switch (result.verdict()) {
            case MISSED -> ErrorCode.VERDICT_NO.exitCode();
            case PASSED -> Exit.OK;
            case NONE -> interrupted(result) ? ErrorCode.INTERRUPTED.exitCode() : Exit.OK;
            case INCONCLUSIVE -> interrupted(result) ? ErrorCode.INTERRUPTED.exitCode() : ErrorCode.FAILED.exitCode();
        };
    }

    private static boolean interrupted(LoadResult result) {
        return result.end() == End.INTERRUPTED;
    }
}
