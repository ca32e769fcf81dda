package fr.rappel.callback;

import fr.rappel.reference.KnownRegion;
import fr.rappel.reference.KnownSector;
import fr.rappel.reference.KnownTopic;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.PlainText;
import fr.rappel.shared.Sha256;
import fr.rappel.shared.Siret;
import fr.rappel.shared.ValidEmail;
import fr.rappel.shared.ValidPhone;
import fr.rappel.shared.ValidSiret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;

/**
 * A visitor asks to be called back. Fields are what was typed; texts are cleaned on the way in (see {@link CleanText}),
 * and the constraints here are the only ones: the form, the service and the API share them. Messages are codes in
 * braces.
 *
 * @param region code of a region or of an overseas territory
 * @param companySize name of a {@link CompanySize}
 * @param message 20 to 4,000 characters (code points)
 * @param consent whether the visitor has read the personal-data notice
 */
public record SubmitCallback(
        @PlainText(max = 80) String firstName,
        @PlainText(max = 80) String lastName,
        @ValidEmail String email,
        @ValidSiret String siret,
        @KnownRegion String region,
        @KnownSector String sector,
        @ValidPhone String phone,

        @NotEmpty(message = "{REQUIRED}") @Pattern(regexp = "|UNDER_11|ELEVEN_OR_MORE", message = "{UNKNOWN_CODE}")
        String companySize,

        @KnownTopic String topic,
        @PlainText(min = MESSAGE_MIN, max = MESSAGE_MAX) String message,
        @AssertTrue(message = "{CONSENT_REQUIRED}") boolean consent) {

    /** Shortest message that says something, in characters. */
    public static final int MESSAGE_MIN = 20;

    /** Longest message, in characters. */
    public static final int MESSAGE_MAX = 4_000;

    public SubmitCallback {
        firstName = CleanText.clean(firstName);
        lastName = CleanText.clean(lastName);
        message = CleanText.multiline(message);
    }

    /**
     * The same for the same valid submission, in whatever writing of its numbers, and for no other.
     *
     * @param salt makes digests of equal submissions differ
     */
    String digest(String salt) {
        return Sha256.hex(String.join(
                "\0",
                salt,
                firstName,
                lastName,
                EmailAddress.parse(email).value(),
                Siret.parse(siret).value(),
                region,
                sector,
                PhoneNumber.parse(phone).e164(),
                companySize,
                topic,
                message));
    }
}
