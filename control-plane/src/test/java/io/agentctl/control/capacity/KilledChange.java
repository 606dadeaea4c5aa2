package io.agentctl.control.capacity;

import io.agentctl.control.plan.Plan;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;

/** A change of a table, at which a program is killed. */
enum KilledChange {
    TO_PROVISIONED("carts") {
        @Override
        Plan plan(CapacityBench bench) {
            return bench.planSwitch(table(), Mode.PROVISIONED).plan();
        }
    },
    TO_ON_DEMAND("orders") {
        @Override
        Plan plan(CapacityBench bench) {
            return bench.planSwitch(table(), Mode.ON_DEMAND).plan();
        }
    },
    /** Of a table on demand whose scaling was kept, which goes. */
    TO_FIXED("orders") {
        @Override
        void prepare(CapacityBench bench) {
            bench.aws.dynamoDb().updateTable(request -> request.tableName(table().value())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
            bench.settled(table());
        }

        @Override
        Plan plan(CapacityBench bench) {
            return bench.planSwitch(table(), Mode.PROVISIONED, new ProvisionedWish.Fixed())
                    .plan();
        }
    },
    /** Some of it scaled before, and some was fixed; bounds pull both. */
    AUTOSCALE("orders") {
        @Override
        Plan plan(CapacityBench bench) {
            return bench.planAutoscale(table(), Optional.of(CapacityBench.wish(65, 30, 200)));
        }
    },
    SCALE_NO_MORE("orders") {
        @Override
        Plan plan(CapacityBench bench) {
            return bench.planAutoscale(table(), Optional.empty());
        }
    };

    private final String table;

    KilledChange(String table) {
        this.table = table;
    }

    TableName table() {
        return new TableName(table);
    }

    /** What has to be before. */
    void prepare(CapacityBench bench) {}

    abstract Plan plan(CapacityBench bench);
}
