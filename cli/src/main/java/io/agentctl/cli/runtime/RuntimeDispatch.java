package io.agentctl.cli.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Secret;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.policy.RequestInput;
import io.agentctl.cli.runtime.RuntimeOptions.RuntimeEndpoint;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.runtime.Dispatch;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code runtime dispatch}. */
@Command(
        footer = {
            "agentctl runtime dispatch '{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": 2000}}'",
            "agentctl runtime dispatch @request.json --url https://agents.example.com",
            "It exits with 77 if a policy denies the request.",
        })
public final class RuntimeDispatch implements Verb {

    private final UseCase<Dispatch.Request, Dispatch.Result> dispatch;
    private final Supplier<RuntimeEndpoint> endpoint;

    @Mixin
    private RuntimeOptions runtime = new RuntimeOptions();

    @Parameters(paramLabel = "JSON", description = "The request, with intent and context; @FILE reads it from a file.")
    @Secret
    private String json;

    public RuntimeDispatch(UseCase<Dispatch.Request, Dispatch.Result> dispatch, Supplier<RuntimeEndpoint> endpoint) {
        this.dispatch = dispatch;
        this.endpoint = endpoint;
    }

    @Override
    public int call(Console console) {
        Dispatch.Result result = dispatch.run(
                new Dispatch.Request(runtime.address(console.flags(), endpoint), RequestInput.text(json)),
                console.progress());
        console.print(Document.of(result, page -> layout(result, page)));
        return result.allowed() ? Exit.OK : ErrorCode.NOT_ALLOWED.exitCode();
    }

    private static void layout(Dispatch.Result result, Page page) {
        String took = String.format(Locale.ROOT, " in %.1f ms", result.took().toNanos() / 1e6);
        JsonNode answer = result.answer();
        if (result.allowed()) {
            page.line(Tone.GOOD, page.theme().tick() + " allowed, answered" + took);
            answer.path("decision")
                    .path("warnings")
                    .forEach(warning -> page.line(
                            Tone.WARNING, "  " + warning.path("message").asText()));
            page.line("  " + answer.path("result"));
            return;
        }
        page.line(Tone.BAD, "denied" + took + ": " + answer.path("detail").asText());
        line(page, "rule", rule(answer));
        line(page, "decision", answer.path("decisionId").asText());
    }

    private static String rule(JsonNode answer) {
        String policy = answer.path("policy").asText();
        return policy.isEmpty()
                ? ""
                : policy + "@" + answer.path("version").asText() + "/"
                        + answer.path("rule").asText();
    }

    private static void line(Page page, String label, String text) {
        if (!text.isEmpty()) {
            page.line(String.format(Locale.ROOT, "  %-9s %s", label, text));
        }
    }
}
