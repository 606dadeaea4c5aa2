package io.agentctl.policies.compile;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.agentctl.policies.document.Parameter;
import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of facts and of a policy's parameters, for CEL's checker: one type a scope, named as no author would. */
final class FactTypes implements CelTypeProvider {

    private static final String PREFIX = "agentctl.";

    private final ImmutableMap<String, CelType> scopes;

    FactTypes(List<Parameter> parameters) {
        Map<String, CelType> types = new LinkedHashMap<>();
        for (String scope : List.of(FactCatalog.REQUEST, FactCatalog.CONTEXT, FactCatalog.USAGE)) {
            Map<String, CelType> members = new LinkedHashMap<>();
            for (Fact fact : FactCatalog.of(scope)) {
                members.put(fact.name(), type(fact.type()));
            }
            types.put(scope, struct(scope, members));
        }
        Map<String, CelType> members = new LinkedHashMap<>();
        parameters.forEach(parameter -> members.put(parameter.name(), type(parameter.type())));
        types.put(ExpressionCompiler.PARAMETERS, struct(ExpressionCompiler.PARAMETERS, members));
        scopes = ImmutableMap.copyOf(types);
    }

    /** Variables by name. */
    Map<String, CelType> scopes() {
        return scopes;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return scopes.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return name.startsWith(PREFIX)
                ? Optional.ofNullable(scopes.get(name.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static StructType struct(String scope, Map<String, CelType> byName) {
        ImmutableMap<String, CelType> members = ImmutableMap.copyOf(byName);
        return StructType.create(PREFIX + scope, members.keySet(), member -> Optional.ofNullable(members.get(member)));
    }

    static CelType type(ValueType type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case DURATION -> SimpleType.DURATION;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case STRING_LIST -> ListType.create(SimpleType.STRING);
            case INT_LIST -> ListType.create(SimpleType.INT);
            case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
        };
    }
}
