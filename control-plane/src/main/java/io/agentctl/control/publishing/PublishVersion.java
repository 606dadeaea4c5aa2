package io.agentctl.control.publishing;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.PublishRequest;
import io.agentctl.policies.store.Published;
import io.agentctl.policies.store.VersionRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Publishes a document; once it is there, again changes nothing. */
final class PublishVersion implements ActionHandler {

    private static final String TYPE = "policy.publish";
    private static final String VERSION = "version";

    private final Policies policies;

    PublishVersion(Policies policies) {
        this.policies = policies;
    }

    static Action action(PublishRequest request) {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "policy", request.policy().value(),
                "owner", request.owner(),
                "text", request.text(),
                "digest", request.digest(),
                "actor", request.actor(),
                "reason", request.reason()));
        request.signature().ifPresent(signature -> {
            arguments.put("algorithm", signature.algorithm());
            arguments.put("key", signature.keyId());
            arguments.put("signature", signature.value());
        });
        request.basedOn().ifPresent(base -> {
            arguments.put("baseNumber", Long.toString(base.number()));
            arguments.put("baseDigest", base.digest());
        });
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        PublishRequest request = request(action);
        Published published = policies.ask("publish policy " + request.policy(), store -> store.publish(request));
        if (published.alreadyThere()) {
            context.progress()
                    .say("version " + published.version().ref() + " of policy " + request.policy()
                            + " has this content already");
        }
        return Outcome.with(VERSION, published.version().ref().toString());
    }

    private static PublishRequest request(Action action) {
        Map<String, String> arguments = action.arguments();
        return new PublishRequest(
                new PolicyId(action.argument("policy")),
                action.argument("owner"),
                action.argument("text"),
                action.argument("digest"),
                Optional.ofNullable(arguments.get("signature"))
                        .map(value -> new PolicyVersion.Signature(
                                action.argument("algorithm"), action.argument("key"), value)),
                action.argument("actor"),
                action.argument("reason"),
                Optional.ofNullable(arguments.get("baseDigest"))
                        .map(digest -> new VersionRef(Long.parseLong(action.argument("baseNumber")), digest)));
    }
}
