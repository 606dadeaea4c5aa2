package io.agentctl.cli.perf;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.resources.ReadResources;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.Settings;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the target's parts used during a run, added to its result.
 *
 * @param settings whose project names the parts
 * @param reader asks CloudWatch
 */
record TargetResources(Supplier<Settings> settings, UseCase<ReadResources.Request, ResourceUse> reader) {

    /**
     * The result with what was used, if a context was named; whose account is around by chance need not be the
     * target's.
     */
    LoadResult ifNamed(LoadResult result, Console console) {
        return settings.get().named().isPresent() ? added(result, console) : result;
    }

    /**
     * The result with what was used, or with why that is not known: figures that were measured are not lost over it.
     */
    LoadResult added(LoadResult result, Console console) {
        Project project = settings.get().project();
        try {
            return result.with(reader.run(
                    new ReadResources.Request(
                            project.cluster().value(),
                            project.services().value(),
                            project.functions().value(),
                            project.tables().value(),
                            result.started(),
                            result.ended()),
                    console.progress()));
        } catch (AgentctlException unknown) {
            return result.with(
                    new ResourceUse(List.of(), List.of("Resource use could not be read: " + unknown.getMessage())));
        }
    }
}
