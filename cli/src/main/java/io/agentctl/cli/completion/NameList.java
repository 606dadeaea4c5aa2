package io.agentctl.cli.completion;

import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.NameUseCases;
import io.agentctl.control.names.ListNames;
import io.agentctl.control.names.ListNames.Kind;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;

/**
 * What has which names, asked where commands go.
 *
 * @param wiring read-only
 */
public record NameList(Wiring wiring) {

    /**
     * The names of a kind, in the order in which they are offered.
     *
     * @throws io.agentctl.control.error.AgentctlException if they cannot be had
     */
    public List<String> of(NameKind kind) {
        return switch (kind) {
            case CONTEXT -> List.copyOf(wiring.settings().user().contexts().keySet());
            case SERVICE -> listed(Kind.SERVICE);
            case FUNCTION -> listed(Kind.FUNCTION);
            case TABLE -> listed(Kind.TABLE);
            case ALARM -> listed(Kind.ALARM);
            case POLICY -> listed(Kind.POLICY);
            case OPERATION -> listed(Kind.OPERATION);
            case FILE -> List.of();
        };
    }

    private List<String> listed(Kind kind) {
        // Nobody waits for the default credentials where no place was named.
        return wiring.settings().named().isEmpty()
                ? List.of()
                : wiring.use(NameUseCases.LIST)
                        .run(new ListNames.Request(kind), ProgressListener.SILENT)
                        .names();
    }
}
