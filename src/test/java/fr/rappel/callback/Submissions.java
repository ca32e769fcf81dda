package fr.rappel.callback;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What visitors of these tests send, each from an address of its own. */
final class Submissions {

    static final String MESSAGE = "Je n’arrive pas à déposer le contrat d’apprentissage de notre serveur.";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private Submissions() {}

    static SubmitCallback valid() {
        return saying(MESSAGE);
    }

    static SubmitCallback saying(String message) {
        return new SubmitCallback(
                "Élodie",
                "Étienne",
                "elodie@exemple.fr",
                "552 081 317 66522",
                "11",
                "HCR",
                "06 12 34 56 78",
                "UNDER_11",
                "DEPOT_DEMANDE",
                message,
                true);
    }

    static SubmitCallback callingAt(String phone) {
        SubmitCallback said = valid();
        return new SubmitCallback(
                said.firstName(),
                said.lastName(),
                said.email(),
                said.siret(),
                said.region(),
                said.sector(),
                phone,
                said.companySize(),
                said.topic(),
                said.message(),
                true);
    }

    static Submission keyed(@Nullable String key) {
        return Submission.api(key, address());
    }

    static Submission form(boolean trapFilled, Duration fillTime) {
        return new Submission(Channel.FORM, null, address(), trapFilled, fillTime, null);
    }

    static String address() {
        int number = ADDRESSES.incrementAndGet();
        return "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256;
    }
}
