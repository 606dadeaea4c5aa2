package io.agentctl.control.slo.document;

import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.document.AlertReader.Condition;
import io.agentctl.control.slo.document.AlertReader.Policy;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads documents of OpenSLO v1 that refer to each other, whichever files and order they stand in. */
public final class OpenSlo {

    public static final String API_VERSION = "openslo/v1";

    private static final List<String> DATA_SOURCE = List.of("description", "type", "connectionDetails");
    private static final List<String> SERVICE = List.of("description");

    private final Findings findings;
    private final Named<String> dataSources = new Named<>("DataSource");
    private final Named<Form> services = new Named<>("Service");
    private final Named<Measured> indicators = new Named<>("SLI");
    private final Named<String> targets = new Named<>("AlertNotificationTarget");
    private final Named<Condition> conditions = new Named<>("AlertCondition");
    private final Named<Policy> policies = new Named<>("AlertPolicy");
    private final Map<String, Objective> objectives = new LinkedHashMap<>();

    private OpenSlo(Findings findings) {
        this.findings = findings;
    }

    /** OpenSLO's kinds, those first that others refer to. */
    public enum Kind {
        DATA_SOURCE("DataSource"),
        SERVICE("Service"),
        SLI("SLI"),
        TARGET("AlertNotificationTarget"),
        CONDITION("AlertCondition"),
        POLICY("AlertPolicy"),
        SLO("SLO");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As OpenSLO spells it. */
        public String word() {
            return word;
        }
    }

    /** A document whose kind is known. */
    public record Document(Kind kind, Fields fields) {}

    /** The objectives that are right, in the order of the documents; all mistakes are noted. */
    public static List<Objective> read(List<Document> documents, Findings findings) {
        OpenSlo reader = new OpenSlo(findings);
        documents.stream().sorted(Comparator.comparing(Document::kind)).forEach(reader::take);
        return List.copyOf(reader.objectives.values());
    }

    private void take(Document document) {
        Fields fields = document.fields();
        AlertReader alerts = new AlertReader(conditions, targets);
        IndicatorReader reader = new IndicatorReader(dataSources);
        switch (document.kind()) {
            case DATA_SOURCE -> read(fields, "a DataSource", DATA_SOURCE, List.of(), this::dataSource);
            case SERVICE ->
                read(
                        fields,
                        "a Service",
                        SERVICE,
                        Annotations.OF_OBJECTIVES,
                        resource -> services.put(resource, Optional.of(resource.annotations())));
            case SLI ->
                read(
                        fields,
                        "an SLI",
                        IndicatorReader.SPEC,
                        List.of(),
                        resource -> indicators.put(resource, reader.read(resource.spec())));
            case TARGET ->
                read(
                        fields,
                        "an AlertNotificationTarget",
                        AlertReader.TARGET,
                        List.of(),
                        resource -> targets.put(resource, AlertReader.target(resource.spec())));
            case CONDITION ->
                read(
                        fields,
                        "an AlertCondition",
                        AlertReader.CONDITION,
                        Annotations.OF_CONDITIONS,
                        resource -> conditions.put(resource, AlertReader.condition(resource)));
            case POLICY ->
                read(
                        fields,
                        "an AlertPolicy",
                        AlertReader.POLICY,
                        List.of(),
                        resource -> policies.put(resource, alerts.policy(resource.spec())));
            case SLO ->
                read(
                        fields,
                        "an SLO",
                        SloReader.SPEC,
                        Annotations.OF_OBJECTIVES,
                        resource -> slo(
                                resource,
                                new SloReader(reader, indicators, services, new AlertingReader(policies, alerts))));
        }
    }

    private void read(Fields fields, String what, List<String> keys, List<String> annotations, Consumer<Resource> use) {
        Resource.read(fields, what, keys, annotations, findings).ifPresent(use);
    }

    private void dataSource(Resource resource) {
        resource.spec().needs("type", "a DataSource needs 'type: CloudWatch'");
        dataSources.put(resource, resource.spec().word("type", Map.of("CloudWatch", "CloudWatch")));
        if (resource.spec().has("connectionDetails")) {
            findings.warning(
                    resource.spec().position("connectionDetails"),
                    "'connectionDetails' are not read: account and region are those of the context; "
                            + "keep keys out of files");
        }
    }

    private void slo(Resource resource, SloReader reader) {
        for (Objective objective : reader.read(resource)) {
            Objective first = objectives.putIfAbsent(objective.name(), objective);
            if (first != null) {
                findings.error(
                        resource.position(),
                        "a second objective '" + objective.name() + "'; the first is at " + first.position());
            }
        }
    }
}
