package fr.rappel.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request for funding.
 *
 * @param providerSiret training organisation or CFA
 * @param providerNda its activity number: eleven characters, not always digits
 * @param amountAsked in cents
 * @param amountGranted in cents
 * @param completeAt when the last missing paper arrived
 * @param decisionDue last day for the decision
 * @param decaNumber number at the ministry
 * @param opcoNumber number in the institution's own system, where it differs
 * @param masterComplete whether all that is asked of an apprentice's master is known; null while the source does not say
 */
public record Dossier(
        String number,
        DossierType type,
        String employerSiret,
        @Nullable String providerSiret,
        @Nullable String providerNda,
        String trainee,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Long amountAsked,
        @Nullable Long amountGranted,
        DossierStatus status,
        Instant statusAt,
        @Nullable Instant completeAt,
        @Nullable LocalDate decisionDue,
        @Nullable String refusalReason,
        @Nullable String decaNumber,
        @Nullable String opcoNumber,
        @Nullable Boolean masterComplete) {}
