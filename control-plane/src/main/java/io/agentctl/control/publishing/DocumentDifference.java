package io.agentctl.control.publishing;

import java.util.List;

/** Says what differs in meaning between two texts of a policy; whoever reads documents provides it. */
@FunctionalInterface
public interface DocumentDifference {

    /** A line for each difference, such as {@code /spec/rules/0/when: …}. */
    List<String> between(String from, String to);
}
