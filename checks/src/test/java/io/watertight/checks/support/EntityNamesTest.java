package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.checks.support.EntityNames.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient_nbr",
                "policyID",
                "License",
                "subject#",
                "CLIENTNUM",
                "Patient Id",
                "customer",
                "Business_ID",
                "userId",
                "household_no",
                "id_patient_key",
                "lesion_id",
                "account number"
            })
    void namesOfPersonsAndThingsAreEntities(String name) {
        assertThat(EntityNames.of(name)).isEqualTo(Likeness.ENTITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image_id", "tailnum", "id", "ID", "sku#", "order_number"})
    void namesThatEndLikeIdentifiersAreIdentifiers(String name) {
        assertThat(EntityNames.of(name)).isEqualTo(Likeness.IDENTIFIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_age",
                "account_balance",
                "policy_code",
                "number_inpatient",
                "num_accounts",
                "paid",
                "acid",
                "humid",
                "week_number",
                "day_id",
                "admission_type_id",
                "users",
                "row_id",
                "amount",
                "",
                "42",
                "valid",
                "price"
            })
    void countsDatesKindsAndMeasurementsAreNeither(String name) {
        assertThat(EntityNames.of(name)).isEqualTo(Likeness.NONE);
    }
}
