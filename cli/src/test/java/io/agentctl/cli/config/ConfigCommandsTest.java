package io.agentctl.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {

    @TempDir
    Path folder;

    private Path userConfig() {
        return folder.resolve(".config/agentctl/config.yaml");
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void viewPrintsEverySettingWithWhereItCameFrom() throws IOException {
        write(folder.resolve("agentctl.yaml"), "project: shop\nservices: [api, worker]\n");

        Outcome outcome = Commands.in(folder).with("AWS_REGION", "eu-central-1").run("config view --context sandbox");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().replace(folder.toString(), "DIR").replaceAll(" +", " "))
                .isEqualTo(
                        """
                SETTING VALUE FROM
                context sandbox --context
                context.type sandbox --context
                profile - not set
                region eu-central-1 AWS_REGION
                endpointUrl - not set
                project shop DIR/agentctl.yaml:1
                cluster shop default
                services api, worker DIR/agentctl.yaml:2
                functions shop-governance default
                tables shop-governance-policies default
                budgets.cpu 70% default
                budgets.memory 80% default
                budgets.network 50% default
                budgets.table 80% default
                slos DIR/slos.yaml default
                windows DIR/windows.yaml default
                policies DIR/policies default
                prices - not set
                tablePrices - not set
                alarmPrices - not set
                targets all default
                loadTaskDefinition shop-perf default
                loadHistory folder default
                journal auto default
                """);
    }

    @Test
    void viewFindsTheProjectFileAboveTheWorkingDirectory() throws IOException {
        write(folder.resolve("agentctl.yaml"), "project: shop\n");
        Path below = Files.createDirectories(folder.resolve("a/b"));

        Outcome outcome =
                Commands.in(below).run("config", "view", "--query", "settings[?name=='project'].[value, source]");

        assertThat(outcome.out()).isEqualTo("shop\tproject-file\n");
    }

    @Test
    void viewIsAContractInJson() {
        Outcome outcome = Commands.in(folder)
                .run(
                        "config",
                        "view",
                        "--region",
                        "us-east-1",
                        "-o",
                        "json",
                        "--query",
                        "{schemaVersion: schemaVersion, region: settings[3]}");

        assertThat(outcome.out())
                .isEqualTo(
                        """
                {
                  "schemaVersion": 1,
                  "region": {
                    "name": "region",
                    "value": "us-east-1",
                    "source": "flag",
                    "where": "--region"
                  }
                }
                """);
    }

    @Test
    void useChangesOneLineAndKeepsTheRest() throws IOException {
        write(
                userConfig(),
                """
                # mine
                currentContext: work   # for now
                contexts:
                  work: {type: aws, profile: w}   # the usual
                  prod: {type: aws, profile: p, region: eu-central-1}
                """);

        Outcome outcome = Commands.in(folder).run("config use prod");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("Commands go to context prod (");
        assertThat(userConfig())
                .hasContent(
                        """
                # mine
                currentContext: prod
                contexts:
                  work: {type: aws, profile: w}   # the usual
                  prod: {type: aws, profile: p, region: eu-central-1}
                """);
        assertThat(Commands.in(folder).run("config contexts").out())
                .isEqualTo(
                        """
                CURRENT  NAME     TYPE     DETAILS
                         work     aws      profile w
                *        prod     aws      profile p, region eu-central-1
                         sandbox  sandbox  the sandbox on this machine
                """);
        assertThat(userConfig().getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void useMakesTheConfigurationWhereThereIsNone() {
        Outcome outcome = Commands.in(folder).run("config use sandbox");

        assertThat(outcome.code()).isZero();
        assertThat(userConfig()).hasContent("currentContext: sandbox\n");
    }

    @Test
    void useRefusesAContextThatIsNotThere() {
        Outcome outcome = Commands.in(folder).run("config use sandbx");

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                78,
                                "",
                                """
                        agentctl: there is no context 'sandbx'
                          Did you mean sandbox? 'agentctl config contexts' lists them.
                        """));
        assertThat(userConfig()).doesNotExist();
    }

    @Test
    void aBadQueryIsUsageWithItsColumn() {
        Outcome outcome = Commands.in(folder).run("config view --query settings[?");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.talk()).startsWith("agentctl: --query: ").contains("at column 11 of 'settings[?'");
    }

    @Test
    void aMalformedProjectFileIsRefused() throws IOException {
        write(folder.resolve("agentctl.yaml"), "project: shop\nregionn: eu-central-1\n");

        Outcome outcome = Commands.in(folder).run("config view");

        assertThat(outcome.code()).isEqualTo(78);
        assertThat(outcome.talk())
                .isEqualTo("agentctl: " + folder.resolve("agentctl.yaml")
                        + ":2:1: unknown key 'regionn'\n  Did you mean region?\n");
    }
}
