package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads policies: YAML, of which JSON is a part, strictly. Whatever is not understood is a finding, and all findings of
 * a file are listed. What could cost more to read than a policy is worth (aliases, tags, deep nesting, size) is
 * refused.
 */
public final class PolicyReader {

    /** The longest document, in bytes of UTF-8. */
    public static final int LARGEST = 64 * 1024;

    private static final Pattern TEST = Pattern.compile("/tests/([0-9]{1,6})((?:/.*)?)", Pattern.DOTALL);

    private PolicyReader() {}

    /**
     * Reads a policy.
     *
     * @param file the file's name, for findings
     */
    public static PolicySource read(String file, String text) {
        SourceText source = new SourceText(file, text);
        Findings findings = new Findings(file);
        Optional<YamlNode> tree = tree(source, findings);
        Map<String, Place> places = tree.map(node -> Places.of(source, node)).orElse(Map.of());
        Optional<Fields> fields =
                tree.map(node -> (Fields) new ShapeChecker(findings).check(DocumentShape.POLICY, node, ""));
        fields.ifPresent(root -> new References(findings, places, root).checkPolicy(root));
        Optional<PolicyDocument> document =
                findings.isEmpty() ? fields.map(DocumentBuilder::document) : Optional.empty();
        Optional<Draft> draft =
                document.map(Draft::of).or(() -> fields.map(root -> DraftBuilder.draft(root, findings.inOrder())));
        return new PolicySource(file, text, document, draft, findings.inOrder(), places);
    }

    /**
     * Adds tests that are in a file beside a policy, under the key {@code tests}. They follow the policy's own.
     *
     * @param file the tests' file, for findings in it
     */
    public static PolicySource withTests(PolicySource policy, String file, String text) {
        SourceText source = new SourceText(file, text);
        Findings findings = new Findings(file);
        Optional<YamlNode> tree = tree(source, findings);
        Map<String, Place> places = tree.map(node -> Places.of(source, node)).orElse(Map.of());
        Optional<Fields> fields =
                tree.map(node -> (Fields) new ShapeChecker(findings).check(DocumentShape.TESTS_FILE, node, ""));
        if (policy.document().isPresent()) {
            PolicyDocument document = policy.document().orElseThrow();
            fields.ifPresent(root -> new References(findings, places, document).checkTests(root));
            fields.ifPresent(root -> twice(document, root, places, findings));
        }
        int before = policy.document().map(document -> document.tests().size()).orElse(0);
        List<Diagnostic> diagnostics = new ArrayList<>(policy.diagnostics());
        diagnostics.addAll(findings.inOrder());
        Optional<PolicyDocument> document = findings.isEmpty()
                ? policy.document().flatMap(own -> fields.map(root -> with(own, root)))
                : Optional.empty();
        return new PolicySource(
                policy.file(),
                policy.text(),
                document,
                document.map(Draft::of).or(policy::draft),
                diagnostics,
                merged(policy.places(), places, before));
    }

    static Optional<YamlNode> tree(SourceText source, Findings findings) {
        int bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST) {
            findings.error(
                    Code.TOO_LARGE,
                    SourcePosition.START,
                    "",
                    "%,d bytes, and at most %,d are read".formatted(bytes, LARGEST));
            return Optional.empty();
        }
        Optional<YamlNode> tree = YamlTree.read(source, findings);
        if (tree.isEmpty() && findings.isEmpty()) {
            findings.error(Code.MISSING_KEY, SourcePosition.START, "", "the file says nothing");
        }
        return tree;
    }

    private static void twice(PolicyDocument document, Fields tests, Map<String, Place> places, Findings findings) {
        Set<String> names = new HashSet<>();
        document.tests().forEach(test -> names.add(test.name()));
        List<?> items = tests.items("tests");
        for (int i = 0; i < items.size(); i++) {
            String pointer = Pointers.item("/tests", i) + "/name";
            if (items.get(i) instanceof Fields test
                    && names.contains(test.text("name").strip())) {
                String message = "the policy itself has a test '%s'".formatted(test.text("name"));
                findings.error(Code.DUPLICATE, places.get(pointer).start(), pointer, message);
            }
        }
    }

    private static PolicyDocument with(PolicyDocument own, Fields beside) {
        List<PolicyTest> tests = new ArrayList<>(own.tests());
        tests.addAll(DocumentBuilder.tests(beside, own.parameters()));
        return own.withTests(tests);
    }

    private static Map<String, Place> merged(Map<String, Place> own, Map<String, Place> beside, int before) {
        Map<String, Place> all = new HashMap<>(own);
        beside.forEach((pointer, place) -> {
            Matcher test = TEST.matcher(pointer);
            if (test.matches()) {
                all.put("/tests/" + (Integer.parseInt(test.group(1)) + before) + test.group(2), place);
            }
        });
        return all;
    }
}
