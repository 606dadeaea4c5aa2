package io.agentctl.plane.configuration;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Findings;
import io.agentctl.control.yaml.Form;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Position;
import io.agentctl.control.yaml.YamlNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code control-plane.yaml}. */
public final class ConfigurationReader {

    private static final List<String> SECTIONS =
            List.of("server", "limits", "identity", "grants", "approvals", "schedules", SchedulesSection.NOTIFY);

    private ConfigurationReader() {}

    /**
     * The configuration that a text stands for; an empty text is all defaults.
     *
     * @param file as messages name it
     * @throws AgentctlException BAD_CONFIGURATION with a line {@code file:line:column: error: message} for each mistake
     */
    public static PlaneConfiguration read(String file, String text) {
        Findings findings = new Findings();
        Form root = root(file, text, SECTIONS, findings);
        PlaneConfiguration configuration = new PlaneConfiguration(
                ServerSection.read(section(root, "server", ServerSection.KEYS)),
                LimitsSection.read(section(root, "limits", LimitsSection.KEYS)),
                IdentitySection.read(section(root, "identity", IdentitySection.KEYS)),
                GrantReader.read(root.forms("grants", GrantReader.KEYS)),
                ApprovalSection.read(section(root, "approvals", ApprovalSection.KEYS)),
                SchedulesSection.read(root));
        refuse(findings);
        return configuration;
    }

    static Form root(String file, String text, List<String> keys, Findings findings) {
        List<Fields> documents = YamlNodes.documents(file, text, findings);
        if (documents.size() > 1) {
            findings.error(documents.get(1).position(), "a second document; there can be only one");
        }
        return Form.of(documents.isEmpty() ? nothing(new Position(file, 1, 1)) : documents.getFirst(), keys, findings);
    }

    /** A section; one without keys, of which all defaults follow, if the file has none. */
    private static Form section(Form root, String key, List<String> keys) {
        return root.form(key, keys).orElseGet(() -> new Form(nothing(root.position(key)), root.findings()));
    }

    private static Fields nothing(Position position) {
        return new Fields(new LinkedHashMap<>(), position);
    }

    static void refuse(Findings findings) {
        List<Finding> wrong = findings.inOrder().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!wrong.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    wrong.stream().map(Finding::text).collect(Collectors.joining("\n")),
                    "docs/control-plane.md lists every key.");
        }
    }
}
