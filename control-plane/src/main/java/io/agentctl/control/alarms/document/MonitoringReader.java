package io.agentctl.control.alarms.document;

import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.document.OpenSlo;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Finding.Severity;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Placeholders;
import io.agentctl.control.yaml.YamlNodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a project wants watched: documents of OpenSLO, and of our own kind for plain alarms.
 *
 * @param placeholders what names such as {@code ${project}} stand for
 */
public record MonitoringReader(Placeholders placeholders) {

    private static final Map<String, OpenSlo.Kind> OPEN_SLO =
            Stream.of(OpenSlo.Kind.values()).collect(Collectors.toUnmodifiableMap(OpenSlo.Kind::word, kind -> kind));

    /**
     * What was read, be it right or wrong.
     *
     * @param objectives those that are right
     * @param alarms likewise
     * @param findings all mistakes and warnings, in the order of files and lines
     */
    public record Result(List<Objective> objectives, List<AlarmSpec> alarms, List<Finding> findings) {

        /** Whether nothing is refused. */
        public boolean sound() {
            return mistakes().isEmpty();
        }

        private List<Finding> mistakes() {
            return findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        }

        /**
         * What is wanted.
         *
         * @param source where it was read
         * @throws AgentctlException BAD_DOCUMENT with every mistake, if there is one
         */
        public Monitoring require(String source) {
            List<Finding> mistakes = mistakes();
            if (!mistakes.isEmpty()) {
                throw new AgentctlException(
                        ErrorCode.BAD_DOCUMENT,
                        source + ": " + (mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes"),
                        mistakes.stream().map(Finding::text).collect(Collectors.joining("\n")));
            }
            return new Monitoring(source, objectives, alarms, findings);
        }
    }

    /** Reads texts that belong together. */
    public Result read(List<Text> texts) {
        Findings findings = new Findings();
        List<OpenSlo.Document> objectives = new ArrayList<>();
        List<Fields> alarms = new ArrayList<>();
        for (Text text : texts) {
            for (Fields document : YamlNodes.documents(text.name(), text.text(), findings)) {
                sort(placeholders.fill(document, findings), objectives, alarms, findings);
            }
        }
        List<AlarmSpec> specs = AlarmReader.read(alarms, findings);
        return new Result(OpenSlo.read(objectives, findings), specs, findings.inOrder());
    }

    private static void sort(
            Fields document, List<OpenSlo.Document> objectives, List<Fields> alarms, Findings findings) {
        Form form = new Form(document, findings);
        form.needs(
                "apiVersion",
                "a document needs an 'apiVersion', " + OpenSlo.API_VERSION + " or " + AlarmReader.API_VERSION);
        form.needs("kind", "a document needs a 'kind'");
        Map<String, Boolean> versions = new LinkedHashMap<>();
        versions.put(OpenSlo.API_VERSION, true);
        versions.put(AlarmReader.API_VERSION, false);
        Optional<Boolean> open = form.word("apiVersion", versions);
        if (open.isEmpty()) {
            return;
        }
        if (open.get()) {
            form.word("kind", OPEN_SLO).ifPresent(kind -> objectives.add(new OpenSlo.Document(kind, document)));
        } else {
            form.word("kind", Map.of(AlarmReader.KIND, AlarmReader.KIND)).ifPresent(kind -> alarms.add(document));
        }
    }
}
