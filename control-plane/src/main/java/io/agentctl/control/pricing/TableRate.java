package io.agentctl.control.pricing;

import java.util.Map;

/**
 * What DynamoDB charges for tables of one class.
 *
 * @param reads of eventually and strongly consistent reads in read units
 * @param writes of writes in write units
 */
public record TableRate(UnitPrice reads, UnitPrice writes) {

    /** The keys of a price file. */
    static final String MILLION_READS = "millionReads";

    static final String MILLION_WRITES = "millionWrites";
    static final String READ_UNIT_HOUR = "readUnitHour";
    static final String WRITE_UNIT_HOUR = "writeUnitHour";

    static TableRate of(Map<String, Double> numbers) {
        return new TableRate(
                new UnitPrice(numbers.get(MILLION_READS), numbers.get(READ_UNIT_HOUR)),
                new UnitPrice(numbers.get(MILLION_WRITES), numbers.get(WRITE_UNIT_HOUR)));
    }
}
