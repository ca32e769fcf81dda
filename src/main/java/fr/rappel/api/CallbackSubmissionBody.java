package fr.rappel.api;

import fr.rappel.callback.SubmitCallback;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request to be called back, as sent by an API client. What is missing is refused like what is empty. */
@Schema(name = "CallbackSubmission")
record CallbackSubmissionBody(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Schema(example = "552 081 317 66522") @Nullable String siret,

        @Schema(description = "Code of a region or overseas territory", example = "11") @Nullable
        String region,

        @Schema(description = "Code of a sector", example = "HCR") @Nullable
        String sector,

        @Schema(example = "01 42 76 40 40") @Nullable String phone,

        @Schema(allowableValues = {"UNDER_11", "ELEVEN_OR_MORE"}) @Nullable
        String companySize,

        @Schema(description = "Code of a topic", example = "SUIVI_DEMANDE") @Nullable
        String topic,

        @Schema(description = "20 to 4,000 characters") @Nullable
        String message,

        @Schema(description = "The personal-data notice was read") @Nullable
        Boolean consent) {

    SubmitCallback toCommand() {
        return new SubmitCallback(
                given(firstName),
                given(lastName),
                given(email),
                given(siret),
                given(region),
                given(sector),
                given(phone),
                given(companySize),
                given(topic),
                given(message),
                Boolean.TRUE.equals(consent));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}
