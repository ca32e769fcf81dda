package fr.rappel.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A company as the information system knows it.
 *
 * @param legalForm in words
 * @param idcc number of its collective agreement, four digits
 * @param sizeBand INSEE's code of the head count, for instance {@code 12} for 20 to 49
 * @param memberNumber the institution's own number, needed to link an account; its form is not known
 */
public record Company(
        String siren,
        String name,
        @Nullable String legalForm,
        @Nullable String naf,
        @Nullable String idcc,
        @Nullable String sizeBand,
        @Nullable String memberNumber,
        RegisterState state) {}
