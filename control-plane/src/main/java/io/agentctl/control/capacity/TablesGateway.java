package io.agentctl.control.capacity;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeLimitsResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Reads tables and changes how they are paid for. */
final class TablesGateway {

    private final Supplier<DynamoDbClient> dynamoDb;
    private final ApiCalls calls;

    TablesGateway(Supplier<DynamoDbClient> dynamoDb, ApiCalls calls) {
        this.dynamoDb = dynamoDb;
        this.calls = calls;
    }

    /** The names of all tables of the account and region, in their order. */
    List<TableName> names() {
        return calls.call("list tables", () -> dynamoDb.get().listTablesPaginator().tableNames().stream()
                .sorted()
                .map(TableName::new)
                .toList());
    }

    /** A table, its scaling left out; empty if there is none. */
    Optional<ObservedTable> find(TableName name) {
        return calls.call("describe table " + name, () -> {
            try {
                return Optional.of(TableReader.read(dynamoDb.get()
                        .describeTable(request -> request.tableName(name.value()))
                        .table()));
            } catch (ResourceNotFoundException ignored) {
                return Optional.empty();
            }
        });
    }

    /**
     * A table, its scaling left out.
     *
     * @throws AgentctlException NOT_FOUND, naming the near ones, if there is none
     */
    ObservedTable described(TableName name) {
        return find(name).orElseThrow(() -> {
            List<String> names = names().stream().map(TableName::value).toList();
            String near = Suggestions.sentence(name.value(), names);
            return new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no table " + name,
                    near.isEmpty() ? "Those there are: agentctl table list" : near);
        });
    }

    /** What the account may provision. */
    Quotas quotas() {
        DescribeLimitsResponse limits = calls.call(
                "read the account's quotas for tables", () -> dynamoDb.get().describeLimits());
        return new Quotas(
                new Throughput(
                        Math.toIntExact(limits.tableMaxReadCapacityUnits()),
                        Math.toIntExact(limits.tableMaxWriteCapacityUnits())),
                new Throughput(
                        Math.toIntExact(limits.accountMaxReadCapacityUnits()),
                        Math.toIntExact(limits.accountMaxWriteCapacityUnits())));
    }

    /** Switches to on demand. */
    void switchToOnDemand(TableName name) {
        update(UpdateTableRequest.builder()
                .tableName(name.value())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build());
    }

    /** Switches to provisioned, with what the table and each index get. */
    void switchToProvisioned(TableName name, Throughputs throughputs) {
        UpdateTableRequest.Builder request = UpdateTableRequest.builder()
                .tableName(name.value())
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(provisioned(throughputs.parts().get("")));
        List<GlobalSecondaryIndexUpdate> indexes = throughputs.parts().entrySet().stream()
                .filter(part -> !part.getKey().isEmpty())
                .map(part -> update(part.getKey(), part.getValue()))
                .toList();
        update(
                indexes.isEmpty()
                        ? request.build()
                        : request.globalSecondaryIndexUpdates(indexes).build());
    }

    /** Gives a provisioned table, or an index of it, other throughput. */
    void provision(TableName name, String index, Throughput throughput) {
        UpdateTableRequest.Builder request = UpdateTableRequest.builder().tableName(name.value());
        update(
                index.isEmpty()
                        ? request.provisionedThroughput(provisioned(throughput)).build()
                        : request.globalSecondaryIndexUpdates(update(index, throughput))
                                .build());
    }

    private static GlobalSecondaryIndexUpdate update(String index, Throughput throughput) {
        return GlobalSecondaryIndexUpdate.builder()
                .update(one -> one.indexName(index).provisionedThroughput(provisioned(throughput)))
                .build();
    }

    private void update(UpdateTableRequest request) {
        calls.call("update table " + request.tableName(), () -> {
            try {
                return dynamoDb.get().updateTable(request);
            } catch (LimitExceededException limit) {
                throw refused(
                        request,
                        limit,
                        "How long until it is possible: agentctl table capacity " + request.tableName());
            } catch (ResourceInUseException busy) {
                throw refused(request, busy, "Try again when it is ACTIVE.");
            }
        });
    }

    private static AgentctlException refused(UpdateTableRequest request, DynamoDbException refusal, String advice) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "DynamoDB refused to update table " + request.tableName() + ": "
                        + (refusal.awsErrorDetails() == null
                                ? refusal.getMessage()
                                : refusal.awsErrorDetails().errorMessage()),
                advice,
                refusal.requestId(),
                refusal);
    }

    private static ProvisionedThroughput provisioned(Throughput throughput) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits((long) throughput.reads())
                .writeCapacityUnits((long) throughput.writes())
                .build();
    }
}
