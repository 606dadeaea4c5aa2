package io.agentctl.policies.document;

import io.agentctl.policies.document.Shape.AnyObject;
import io.agentctl.policies.document.Shape.AnyParameterValue;
import io.agentctl.policies.document.Shape.Choice;
import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Moment;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.Period;
import io.agentctl.policies.document.Shape.Pointer;
import io.agentctl.policies.document.Shape.Text;
import io.agentctl.policies.document.Shape.Whole;
import io.agentctl.policies.document.Shape.WordOr;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shape of a policy document: its keys, in canonical order, and what each may hold. */
final class DocumentShape {

    /** The most rules of a policy. */
    static final int MOST_RULES = 200;

    /** The longest expression, characters. */
    static final int LONGEST_EXPRESSION = 4_096;

    static final String RULE_ID_PATTERN = "[a-z][a-z0-9_-]{0,62}";
    static final String PARAMETER_PATTERN = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    static final String INTENT_PATTERN = "[A-Za-z0-9_.:/-]{0,128}\\*?";
    static final String ENVIRONMENT_PATTERN = "[A-Za-z0-9][A-Za-z0-9_-]{0,62}";

    private static final Shape LINE = new Text("a text", "", 0, 1_000);
    private static final Shape NAME = new Text("a name", "", 1, 200);
    private static final Shape RULE_ID = new Text("a rule's id", RULE_ID_PATTERN, 1, 63);
    private static final Shape EXPRESSION = new Text("an expression", "", 1, LONGEST_EXPRESSION);
    private static final Shape EFFECT = new Choice(words(Effect.values()));

    private static final Shape METADATA = new Members(List.of(
            required(
                    "id",
                    new Text("a policy's id", PolicyId.PATTERN, 1, 63),
                    "Names the policy in a store: lower-case letters, digits and hyphens."),
            required("owner", NAME, "Who answers for it: a team or an address."),
            optional("description", LINE, "What it is for, in a sentence.", "")));

    private static final Shape MATCH = new Members(List.of(
            optional(
                    "intents",
                    new Items(new Text("an intent", INTENT_PATTERN, 1, 128), 1, 1_000, Optional.empty()),
                    "Intents that the policy speaks about; a trailing * stands for any ending. Left out: all."),
            optional(
                    "environments",
                    new Items(new Text("an environment", ENVIRONMENT_PATTERN, 1, 63), 1, 100, Optional.empty()),
                    "Environments that it speaks about. Left out: all.")));

    private static final Shape PARAMETER = new WordOr(
            new AnyParameterValue(),
            new Members(List.of(
                    optional("type", new Choice(ParameterTypes.NAMES), "Its type. Left out: that of the default."),
                    required("default", new AnyParameterValue(), "Its value."),
                    optional("description", LINE, "What it is.", ""))));

    private static final Shape LIMITS = new Members(List.of(
            optional(
                    "nodes",
                    new Whole(1, EvaluationLimits.MOST.nodes()),
                    "Expression nodes that may be visited, iterations included.",
                    EvaluationLimits.MOST.nodes()),
            optional(
                    "stringLength",
                    new Whole(1, EvaluationLimits.MOST.stringLength()),
                    "The longest string, or list, that may be made on the way.",
                    EvaluationLimits.MOST.stringLength()),
            optional(
                    "time",
                    new Period(EvaluationLimits.MOST.time()),
                    "Wall time, such as 5ms.",
                    Durations.text(EvaluationLimits.MOST.time()))));

    private static final Shape RULE = new Members(List.of(
            required("id", RULE_ID, "Names the rule in decisions; unique in the policy."),
            required("when", EXPRESSION, "A CEL expression that is true or false."),
            required("effect", EFFECT, "What it does when true. A denial wins over every allowance."),
            optional("message", LINE, "What the caller is told when it denies.", ""),
            optional("messageExpression", EXPRESSION, "A CEL expression that gives the message.")));

    private static final Shape WAIVER = new Members(List.of(
            required("rule", RULE_ID, "The rule whose denials are waived."),
            required("when", EXPRESSION, "A CEL expression; the denial is waived where it is true."),
            required("expires", new Moment(), "From when on the exception is void."),
            required("ticket", NAME, "Where the leave was given.")));

    private static final Shape SPEC = new Members(List.of(
            optional("match", MATCH, "What the policy speaks about; on everything else it is silent."),
            optional("mode", new Choice(words(Mode.values())), "Whether its denials deny.", "enforce"),
            optional(
                    "onError",
                    new Choice(words(OnError.values())),
                    "What a rule means that cannot be evaluated.",
                    "deny"),
            optional(
                    "parameters",
                    new Named(PARAMETER_PATTERN, "a parameter's name", PARAMETER),
                    "Values that rules refer to as parameters.NAME."),
            optional("limits", LIMITS, "What one evaluation of one expression may cost."),
            required("rules", new Items(RULE, 1, MOST_RULES, Optional.of("id")), "What is allowed and denied."),
            optional(
                    "exceptions",
                    new Items(WAIVER, 0, MOST_RULES, Optional.empty()),
                    "Where a denial is waived, for a time."),
            optional(
                    "redact",
                    new Items(new Pointer(), 0, 100, Optional.empty()),
                    "What is masked wherever a request is logged or recorded.")));

    private static final Shape INPUT = new Members(List.of(
            required("intent", new Text("an intent", "", 1, 128), "What is asked for."),
            optional("context", new AnyObject(), "What the caller states."),
            optional("environment", NAME, "Where the runtime runs. Left out: the first that the policy matches."),
            optional("time", new Moment(), "When the request arrives. Left out: 2026-01-05T12:00:00Z, a Monday."),
            optional("size", new Whole(0, Integer.MAX_VALUE), "Length of the body in bytes. Left out: what it takes."),
            optional("caller", NAME, "Who calls, by a bearer token."),
            optional("usage", new AnyObject(), "What the runtime has counted. Left out: 0.")));

    private static final Shape EXPECT = new WordOr(
            EFFECT,
            new Members(List.of(
                    required("effect", EFFECT, "Allowed or denied."),
                    optional("rule", RULE_ID, "The rule that must have decided."),
                    optional("message", LINE, "What the message must be."))));

    private static final Shape TEST = new Members(List.of(
            required("name", NAME, "Says what holds; unique in the policy."),
            required("input", INPUT, "A request."),
            optional(
                    "parameters",
                    new Named(PARAMETER_PATTERN, "a parameter's name", new AnyParameterValue()),
                    "Values that replace the policy's own in this case."),
            required("expect", EXPECT, "What the policy alone must say to it: allow, deny, or more exactly.")));

    private static final Member TESTS = optional(
            "tests",
            new Items(TEST, 0, 1_000, Optional.of("name")),
            "Cases that must hold before the policy is published.");

    /** A policy. */
    static final Members POLICY = new Members(List.of(
            required("apiVersion", new Choice(List.of(PolicyDocument.API_VERSION)), "The form of this document."),
            required("kind", new Choice(List.of(PolicyDocument.KIND)), "That it is a policy."),
            required("metadata", METADATA, "Which policy it is, and whose."),
            required("spec", SPEC, "What it says."),
            TESTS));

    /** A file of tests beside a policy. */
    static final Members TESTS_FILE = new Members(List.of(TESTS));

    private DocumentShape() {}

    private static Member required(String name, Shape shape, String description) {
        return new Member(name, true, shape, description, Optional.empty());
    }

    private static Member optional(String name, Shape shape, String description) {
        return new Member(name, false, shape, description, Optional.empty());
    }

    private static Member optional(String name, Shape shape, String description, Object fallback) {
        return new Member(name, false, shape, description, Optional.of(fallback));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
