package io.agentctl.control.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.publishing.CheckedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is what check lets through, and what is refused is refused with everything. */
class PolicyDocumentsTest {

    private static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata: {id: caps, owner: platform}
            spec:
              rules:
                - {id: large, when: request.size > 1000, effect: deny}
            tests:
              - {name: small, input: {intent: x, size: 10}, expect: allow}
            """;

    @TempDir
    Path folder;

    private final PolicyDocuments documents =
            new PolicyDocuments(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String refusal(Path... files) {
        AgentctlException refused = catchThrowableOfType(AgentctlException.class, () -> documents.read(List.of(files)));
        assertThat(refused.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
        return refused.getMessage();
    }

    @Test
    void soundPoliciesAreReadInTheOrderOfTheFiles() throws IOException {
        Path first = write("b.yaml", POLICY);
        Path second = write("a.yaml", POLICY.replace("id: caps", "id: others"));

        assertThat(documents.read(List.of(first, second)))
                .extracting(CheckedDocument::policy)
                .extracting(Object::toString)
                .containsExactly("caps", "others");
    }

    @Test
    void theProjectFileInAFolderIsNoPolicy() throws IOException {
        write("caps.yaml", POLICY);
        write("agentctl.yaml", "project: {name: agent-runtime}\n");

        assertThat(documents.read(List.of(folder))).hasSize(1);
    }

    @Test
    void everyErrorOfEveryFileIsListedAtOnce() throws IOException {
        Path form = write(
                "form.yaml",
                POLICY.replace("owner: platform", "ownr: platform").replace("request.size", "request.sise"));
        Path test = write("test.yaml", POLICY.replace("id: caps", "id: tested").replace("size: 10", "size: 2000"));
        Path syntax = write("syntax.yaml", "{");

        assertThat(refusal(form, test, syntax))
                .startsWith("5 errors:")
                .contains("form.yaml:3:11: error: 'owner' is missing")
                .contains("form.yaml:3:22: error: unknown key 'ownr'")
                .contains("form.yaml:6:33: error: there is no fact request.sise")
                .contains("test.yaml:8:5: error: ")
                .contains("syntax.yaml:");
    }

    @Test
    void anIdThatTwoFilesHaveIsRefused() throws IOException {
        Path first = write("first.yaml", POLICY);
        Path second = write("second.yaml", POLICY.replace("1000", "2000"));

        assertThat(refusal(first, second)).contains("second.yaml:3:16: error: policy caps is also in " + first);
    }

    @Test
    void neitherMetadataNorAnExpiredExceptionHidesAFailingTest() throws IOException {
        Path policy = write(
                "both.yaml",
                POLICY.replace("owner: platform", "ownr: platform")
                        .replace("size: 10", "size: 2000")
                        .replace(
                                "tests:",
                                "  exceptions: [{rule: large, when: request.size > 5000, expires: 2026-01-01T00:00:00Z,"
                                        + " ticket: OPS-1}]\ntests:"));

        assertThat(refusal(policy)).startsWith("4 errors:").contains("'owner' is missing", "expired", "test \"small\"");
    }

    @Test
    void testsAreNotRunOnRulesThatAreGuessedAt() throws IOException {
        Path policy = write(
                "guess.yaml", POLICY.replace("effect: deny", "efect: deny").replace("size: 10", "size: 2000"));

        assertThat(refusal(policy)).startsWith("2 errors:").doesNotContain("small");
    }
}
