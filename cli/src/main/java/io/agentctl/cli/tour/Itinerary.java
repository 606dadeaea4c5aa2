package io.agentctl.cli.tour;

import java.util.List;

/** What the tour shows, in order. Every line is a command that a user can type. */
final class Itinerary {

    private static final String REQUEST =
            "{\"intent\":\"call_reasoning\",\"context\":{\"agent_id\":\"planner\",\"max_tokens\":9000}}";

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
                        "Now governance. What the runtime may be asked for, and how much one call may take, are policies."
                                + " Here are two of the library's, with their tests.",
                        "policy init base-intents"),
                Stop.of("The second one caps the tokens of a call.", "policy init token-cap"),
                Stop.of("Do their tests pass, and would they notice a mistake?", "policy test --mutants"),
                Stop.of(
                        "They are published: versions that never change, named by their content.",
                        "policy publish policies --reason tour --yes"),
                Stop.of(
                        "And put in force. From here on every runtime of this environment enforces it within a second.",
                        "policy activate base-intents --environment development --reason tour --yes"),
                Stop.of(
                        "A runtime is started. It finds the policies by itself.",
                        "serve runtime --detach --environment development"),
                Stop.of("It answers.", "runtime dispatch " + REQUEST),
                Stop.of(
                        "The cap is put in force too, and the runtime is seen to enforce it.",
                        "policy activate token-cap --environment development --reason tour --yes --wait"),
                Stop.denied(
                        "The same request is denied now, and the answer says by which rule.",
                        "runtime dispatch " + REQUEST),
                Stop.of("Why? Each rule is shown with what would have passed.", "policy explain --input " + REQUEST),
                Stop.of(
                        "The cap was a mistake: back to what was in force before.",
                        "policy rollback token-cap --environment development --reason tour --yes --wait"),
                Stop.of("And the request passes again.", "runtime dispatch " + REQUEST),
                Stop.of(
                        "The sandbox has kept a log of all calls. These are the ones that changed something; with"
                                + " --read-only there would have been none.",
                        "sandbox calls --mutating --service ecs"));
    }

    /** What is run at the end, however the tour ends. */
    static List<Stop> last() {
        return List.of(
                Stop.of("That was the tour. The runtime finishes what it has begun, and ends.", "runtime stop"),
                Stop.of("The sandbox is stopped, and nothing is left running.", "sandbox stop"));
    }
}
