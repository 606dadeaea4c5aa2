package io.agentctl.control.windows.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCronTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 20 * * *         | cron(0 20 * * ? *)
                    0 20 * * MON-FRI   | cron(0 20 ? * MON-FRI *)
                    30 6 * * 1,3       | cron(30 6 ? * MON,WED *)
                    30 6 * * 5-7       | cron(30 6 ? * FRI,SAT,SUN *)
                    30 6 * * FRI-MON/2 | cron(30 6 ? * FRI,SUN *)
                    30 6 * * 1-5/2,0   | cron(30 6 ? * MON-FRI/2,SUN *)
                    0 1 1 */3 *        | cron(0 1 1 */3 ? *)
                    */15 8-10 * 1 sat  | cron(*/15 8-10 ? 1 SAT *)
                    0 0 * * 0          | cron(0 0 ? * SUN *)
                    """)
    void fiveFieldsBecomeSixWithDaysByName(String expression, String aws) {
        assertThat(AwsCron.of(expression)).isEqualTo(aws);
    }
}
