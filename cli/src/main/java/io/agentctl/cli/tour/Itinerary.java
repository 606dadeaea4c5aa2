package io.agentctl.cli.tour;

import java.util.List;

/** What the tour shows, in order. Every line is a command that a user can type. */
final class Itinerary {

    private Itinerary() {}

    static List<Stop> stops() {
        return List.of(
                Stop.of(
                        "An AWS endpoint on this machine, with an agent runtime that has run for two weeks. No account is"
                                + " needed, and nothing leaves the machine.",
                        "sandbox start"),
                Stop.of(
                        "What runs there, at what size, how busy it was over the last day, and what it costs.",
                        "ecs services -o wide"),
                Stop.of(
                        "Which sizes are wrong? Two weeks of CPU and memory are read, and every Fargate size and count is"
                                + " priced. --explain shows what the advice rests on.",
                        "ecs rightsize api --explain"),
                Stop.of(
                        "The same for all services. Nothing has been changed so far: a plan is only a plan, and can be saved"
                                + " with -o json and applied later.",
                        "ecs rightsize --all"),
                Stop.of(
                        "Now api gets its new size: a copy of the task definition is registered, rolled out and followed"
                                + " until the new revision is seen to run; then it is watched for ten seconds. Each step is in"
                                + " the journal before it acts, with its way back.",
                        "ecs rightsize api --apply --yes --watch 10s"),
                Stop.of("The new size runs, and costs less.", "ecs services"),
                Stop.of(
                        "Every change is an operation. This one can be put back by anybody, from any machine.",
                        "ops list"),
                Stop.of("So it is put back.", "ops undo --yes"),
                Stop.of("As if nothing had happened.", "ecs services"),
                Stop.of(
                        "The sandbox has kept a log of all calls. These are the ones that changed something; with"
                                + " --read-only there would have been none.",
                        "sandbox calls --mutating"));
    }

    /** What is run at the end, however the tour ends. */
    static Stop last() {
        return Stop.of("That was the tour. The sandbox is stopped, and nothing is left running.", "sandbox stop");
    }
}
