package io.agentctl.plane;

import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.publishing.CheckedDocument;
import io.agentctl.control.publishing.PlanActivation;
import io.agentctl.control.publishing.PlanPublishing;
import io.agentctl.control.publishing.PublishPolicies;
import io.agentctl.policies.document.PolicyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A policy named cap, published and put in force in production without a control plane. */
final class SomePolicy {

    private static final String TEXT =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: cap
              owner: agents
            spec:
              match:
                intents: [call_reasoning]
              rules:
                - id: anybody
                  when: "true"
                  effect: %s
            """;

    private SomePolicy() {}

    /**
     * Puts a version in force.
     *
     * @param effect what it decides, such as allow
     */
    static void inForce(Cloud place, Path folder, String effect) throws IOException {
        Path file = Files.writeString(folder.resolve("cap.yaml"), TEXT.formatted(effect));
        List<CheckedDocument> documents = new PolicyDocuments(InstantSource.system()).read(List.of(file));
        PlanPublishing.Result planned =
                run(place, PolicyUseCases.PLAN_PUBLISHING, new PlanPublishing.Request(documents, "as agreed"));
        run(place, PolicyUseCases.PUBLISH, new PublishPolicies.Request(planned.plan(), documents, Optional.empty()));
        Plan activation = run(
                place,
                PolicyUseCases.PLAN_ACTIVATION,
                new PlanActivation.Request(
                        new PolicyId("cap"),
                        Optional.empty(),
                        "production",
                        new PlanActivation.Manner.Full(),
                        Optional.empty(),
                        false,
                        "as agreed"));
        run(place, OperationUseCases.APPLY, new ApplyPlan.Request(activation, new Following(false, Duration.ZERO)));
    }

    private static <Q, R> R run(Cloud place, NamedUseCase<Q, R> useCase, Q request) {
        UseCase<Q, R> made = useCase.at(place);
        return made.run(request, ProgressListener.SILENT);
    }
}
