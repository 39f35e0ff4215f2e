package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportOutputTest {

    @ParameterizedTest
    @CsvSource({
        "loans.csv.gz, loans",
        "in/loans.parquet, loans",
        "in/, in",
        "-, stdin",
        "hdfs://host/events/*.parquet, events",
        "events/part-*.parquet, part",
        "events/[0-9]?.csv, events",
        "'{a,b}.csv', 'a,b'",
        "*.csv, data",
        ".csv, data",
    })
    void reportsAreNamedAfterTheirData(String data, String name) {
        assertThat(ReportOutput.nameOf(List.of(data))).isEqualTo(name.replace(",", "_"));
    }
}
