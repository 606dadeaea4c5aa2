package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.function.FunctionProcesses;
import io.agentctl.sandbox.protocol.RestRoute;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListProvisionedConcurrencyConfigsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** The SDK's client interface over the functions; what it does not override, the interface refuses. */
public final class LambdaEmulation implements LambdaClient {
    /** What AWS lets through a second of GetFunction, which does not count with the rest ("Lambda quotas"). */
    private static final int READS_PER_SECOND = 100;

    private final LambdaState state;
    private final FunctionQueries queries;
    private final VersionOperations versions;
    private final FunctionUpdates updates;
    private final Aliases aliases;
    private final ConcurrencyOperations concurrency;
    private final ProvisionedOperations provisioned;
    private final TagOperations tags;
    private final Invoker invoker;
    private final RequestLimit requests;
    private final RequestLimit reads;

    /**
     * An emulation over a state.
     *
     * @param processes what runs the code of functions that have some
     * @param logs where the lines of that code go
     */
    public LambdaEmulation(LambdaState state, FunctionProcesses processes, FunctionLogs logs) {
        this.state = state;
        this.queries = new FunctionQueries(state);
        this.versions = new VersionOperations(state);
        this.updates = new FunctionUpdates(state, versions);
        this.aliases = new Aliases(state);
        this.concurrency = new ConcurrencyOperations(state);
        this.provisioned = new ProvisionedOperations(state);
        this.tags = new TagOperations(state);
        this.invoker = new Invoker(state, new CodeRunner(processes), logs);
        this.requests = new RequestLimit(state.settings().requestRate());
        this.reads = new RequestLimit(state.settings().requestRate() == 0 ? 0 : READS_PER_SECOND);
    }

    /** The methods and paths by which requests name the operations. */
    public static List<RestRoute> routes() {
        return LambdaRoutes.all();
    }

    /** The functions. */
    public LambdaState state() {
        return state;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return state.simulation().now(() -> {
            RequestLimit limit = request instanceof GetFunctionRequest ? reads : requests;
            if (!limit.admits(state.simulation().instant())) {
                throw LambdaErrors.throttled(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED);
            }
            R response = operation.apply(request);
            state.observe();
            return response;
        });
    }

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
        return now(queries::list, request);
    }

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest request) {
        return now(queries::get, request);
    }

    @Override
    public GetFunctionConfigurationResponse getFunctionConfiguration(GetFunctionConfigurationRequest request) {
        return now(queries::configuration, request);
    }

    @Override
    public ListVersionsByFunctionResponse listVersionsByFunction(ListVersionsByFunctionRequest request) {
        return now(queries::versions, request);
    }

    @Override
    public ListAliasesResponse listAliases(ListAliasesRequest request) {
        return now(queries::aliases, request);
    }

    @Override
    public GetAliasResponse getAlias(GetAliasRequest request) {
        return now(queries::alias, request);
    }

    @Override
    public UpdateFunctionConfigurationResponse updateFunctionConfiguration(UpdateFunctionConfigurationRequest request) {
        return now(updates::configuration, request);
    }

    @Override
    public UpdateFunctionCodeResponse updateFunctionCode(UpdateFunctionCodeRequest request) {
        return now(updates::code, request);
    }

    @Override
    public PublishVersionResponse publishVersion(PublishVersionRequest request) {
        return now(versions::publish, request);
    }

    @Override
    public DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
        return now(versions::delete, request);
    }

    @Override
    public CreateAliasResponse createAlias(CreateAliasRequest request) {
        return now(aliases::create, request);
    }

    @Override
    public UpdateAliasResponse updateAlias(UpdateAliasRequest request) {
        return now(aliases::update, request);
    }

    @Override
    public DeleteAliasResponse deleteAlias(DeleteAliasRequest request) {
        return now(aliases::delete, request);
    }

    @Override
    public GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
        return now(concurrency::account, request);
    }

    @Override
    public GetFunctionConcurrencyResponse getFunctionConcurrency(GetFunctionConcurrencyRequest request) {
        return now(concurrency::reserved, request);
    }

    @Override
    public PutFunctionConcurrencyResponse putFunctionConcurrency(PutFunctionConcurrencyRequest request) {
        return now(concurrency::reserve, request);
    }

    @Override
    public DeleteFunctionConcurrencyResponse deleteFunctionConcurrency(DeleteFunctionConcurrencyRequest request) {
        return now(concurrency::release, request);
    }

    @Override
    public PutProvisionedConcurrencyConfigResponse putProvisionedConcurrencyConfig(
            PutProvisionedConcurrencyConfigRequest request) {
        return now(provisioned::put, request);
    }

    @Override
    public GetProvisionedConcurrencyConfigResponse getProvisionedConcurrencyConfig(
            GetProvisionedConcurrencyConfigRequest request) {
        return now(provisioned::get, request);
    }

    @Override
    public DeleteProvisionedConcurrencyConfigResponse deleteProvisionedConcurrencyConfig(
            DeleteProvisionedConcurrencyConfigRequest request) {
        return now(provisioned::delete, request);
    }

    @Override
    public ListProvisionedConcurrencyConfigsResponse listProvisionedConcurrencyConfigs(
            ListProvisionedConcurrencyConfigsRequest request) {
        return now(provisioned::list, request);
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        return now(tags::list, request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return now(tags::tag, request);
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return now(tags::untag, request);
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        return invoker.invoke(request);
    }
}
