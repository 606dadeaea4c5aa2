package io.agentctl.control.windows.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.windows.WindowFile;
import java.util.List;
import java.util.Set;

/**
 * A service that windows speak of and that cannot be handled; the others are, all the same.
 *
 * @param service its name
 * @param code which kind of failure that is
 * @param why a sentence
 * @param advice what to do; may be empty
 */
public record Unhandled(String service, ErrorCode code, String why, String advice) {

    /** Services that windows name and that are not among those that are there. */
    public static List<Unhandled> missing(ProjectServices project, Set<String> there, WindowFile rules) {
        return rules.namedServices().stream()
                .filter(name -> !there.contains(name))
                .sorted()
                .map(name -> new Unhandled(name, ErrorCode.NOT_FOUND, project.whyMissing(name), ""))
                .toList();
    }

    /** One of which it is not clear what windows say. */
    public static Unhandled of(String service, AgentctlException unclear) {
        return new Unhandled(service, unclear.code(), unclear.getMessage(), unclear.advice());
    }
}
