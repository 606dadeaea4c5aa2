package io.agentctl.policies.compile;

import io.agentctl.policies.document.NearestName;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names that an expression can use, and what an author probably meant by one that it cannot. */
final class Names {

    private static final Set<String> SCOPES =
            Set.of(FactCatalog.REQUEST, FactCatalog.CONTEXT, FactCatalog.USAGE, ExpressionCompiler.PARAMETERS);

    private static final Set<String> FUNCTIONS = Set.of(
            "has",
            "all",
            "exists",
            "exists_one",
            "map",
            "filter",
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "string",
            "int",
            "uint",
            "double",
            "bool",
            "bytes",
            "timestamp",
            "duration",
            "type",
            "dyn",
            "getFullYear",
            "getMonth",
            "getDate",
            "getDayOfMonth",
            "getDayOfWeek",
            "getDayOfYear",
            "getHours",
            "getMinutes",
            "getSeconds",
            "getMilliseconds");

    private final List<String> parameters;

    Names(List<Parameter> parameters) {
        this.parameters = parameters.stream().map(Parameter::name).toList();
    }

    static boolean isMacro(String function) {
        return Set.of("all", "exists", "exists_one", "map", "filter").contains(function);
    }

    /** What to say of a member that a scope does not have. */
    String unknownMember(String scope, String member) {
        if (scope.equals(ExpressionCompiler.PARAMETERS)) {
            return "the policy has no parameter " + member + NearestName.hint(member, parameters);
        }
        List<String> members = FactCatalog.of(scope).stream().map(Fact::name).toList();
        if (members.isEmpty()) {
            return "there is no member " + member + " here";
        }
        String hint = NearestName.hint(member, members);
        String elsewhere = scope.equals(FactCatalog.CONTEXT) && hint.isEmpty()
                ? "; what has no declared type is in context.attributes." + member
                : hint;
        return "there is no fact " + scope + "." + member + (hint.isEmpty() ? placed(member, elsewhere) : hint);
    }

    /** What to say of a name that stands alone. */
    String unknownName(String name) {
        String placed = placed(name, "");
        return "unknown name " + name + (placed.isEmpty() ? NearestName.hint(name, SCOPES) : placed);
    }

    /** What to say of a function. */
    String unknownFunction(String name) {
        return "unknown function " + name + "()" + NearestName.hint(name, FUNCTIONS);
    }

    private String placed(String member, String otherwise) {
        return Stream.concat(
                        FactCatalog.all().stream()
                                .filter(fact -> fact.name().equals(member))
                                .map(Fact::path),
                        parameters.stream()
                                .filter(member::equals)
                                .map(name -> ExpressionCompiler.PARAMETERS + "." + name))
                .findFirst()
                .map(path -> ". Did you mean " + path + "?")
                .orElse(otherwise);
    }
}
