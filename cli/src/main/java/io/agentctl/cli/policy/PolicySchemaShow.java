package io.agentctl.cli.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.ShowPolicySchema;
import picocli.CommandLine.Command;

/** {@code policy schema}. */
@Command(
        footer = {
            "agentctl policy schema > policies/policy.schema.json",
            "agentctl policy schema --query properties.spec.required",
        })
public final class PolicySchemaShow implements Verb {

    private final UseCase<ShowPolicySchema.Request, ShowPolicySchema.Result> schema;

    public PolicySchemaShow(UseCase<ShowPolicySchema.Request, ShowPolicySchema.Result> schema) {
        this.schema = schema;
    }

    /** In JSON it is the schema itself, which is a contract of its own, and no result that holds one. */
    @Override
    public int call(Console console) {
        String json =
                schema.run(new ShowPolicySchema.Request(), console.progress()).json();
        console.print(new Document(() -> tree(json), "", page -> page.line(json.stripTrailing())));
        return Exit.OK;
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema is JSON", e);
        }
    }
}
