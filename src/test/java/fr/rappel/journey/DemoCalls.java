package fr.rappel.journey;

import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import fr.rappel.shared.InventedCompany;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Requests of companies that the demonstration's copy knows. */
final class DemoCalls {

    private static final int FILES = 9;

    private DemoCalls() {}

    /** Waits until everything of the demonstration is copied. */
    static void awaitCopy(RunningApplication application) {
        await().atMost(Duration.ofMinutes(3)).until(() -> isCopied(application));
    }

    /** Somebody of that company, who has an account, asks to be called back; the reference. */
    static String ask(RunningApplication application, InventedCompany company, String message)
            throws IOException, InterruptedException {
        String json = Submissions.valid("Vasseur")
                .replace("552 081 317 66522", company.siret(1).value())
                .replace("zoe@exemple.fr", "contact" + company.number() + "@exemple.fr")
                .replace("Bonjour, où en est le dossier de notre apprentie ?", message);
        return JsonPath.read(application.post("/api/v1/callback-requests", json).body(), "$.reference");
    }

    private static boolean isCopied(RunningApplication application) throws IOException, InterruptedException {
        String runs = application.getAs("admin", "/api/v1/imports").body();
        return JsonPath.<Integer>read(runs, "$.length()") == FILES
                && JsonPath.<List<Object>>read(runs, "$[?(@.status != 'DONE')]").isEmpty();
    }
}
