package fr.rappel.callback;

import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.InventedPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A few dozen invented requests for the demo profile, the same ones each time, received over the last open hours. Names,
 * companies and numbers belong to nobody: the numbers come from the ranges the regulator keeps for fiction. Request i comes
 * from company i, whose dossiers the demonstration has as well.
 */
@Component
@Profile("demo")
class DemoRequests implements ApplicationRunner {

    private static final int COUNT = 48;
    private static final List<String> PHONES = List.of("019900", "026191", "035301", "046571", "053649");
    private static final List<String> MESSAGES = List.of(
            "Bonjour, je ne vois plus mes dossiers depuis la mise à jour du portail. Pouvez-vous vérifier le rattachement ?",
            "Nous avons déposé un contrat d’apprentissage il y a trois semaines et n’avons reçu aucune réponse.",
            "Comment transmettre le RIB de notre organisme de formation ? La page refuse notre fichier.",
            "Notre facture du mois dernier est encore en attente de paiement, pouvez-vous me dire ce qui manque ?",
            "Je souhaite créer un compte pour notre CFA mais l’adresse de la directrice est déjà utilisée.",
            "Quelle est la prise en charge d’une formation de cinq jours pour une entreprise de huit salariés ?",
            "Où se trouve la lettre d’accord de prise en charge ? Notre comptable en a besoin cette semaine.",
            "Nous devons rompre un contrat de professionnalisation : quelles pièces faut-il envoyer, et où ?");
    private static final List<String> TOPICS = List.of(
            "SUIVI_DEMANDE",
            "DEPOT_DEMANDE",
            "AUTRE",
            "SUIVI_DEMANDE",
            "CREATION_COMPTE",
            "FINANCEMENT",
            "SUIVI_DEMANDE",
            "ALTERNANCE");

    private final Random random = new Random(2026);
    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final PrivacyNotices notices;
    private final References references;
    private final ReferenceLists lists;
    private final Promise promise;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRequests(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            PrivacyNotices notices,
            References references,
            ReferenceLists lists,
            Promise promise,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.notices = notices;
        this.references = references;
        this.lists = lists;
        this.promise = promise;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from callback_request").query(Long.class).single() == 0) {
            transaction.executeWithoutResult(status -> store());
        }
    }

    private void store() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (int i = 0; i < COUNT; i++) {
            Instant received = now.minus(Duration.ofMinutes(12L + i * 47L));
            CallbackRequest request = requests.save(new CallbackRequest(
                    said(i),
                    Channel.FORM,
                    references.next(),
                    Sha256.hex("demo-" + i),
                    notices.shown(null),
                    i == 5,
                    received,
                    promise.madeAt(received)));
            timeline.record(request.id(), request.reference(), TimelineEntry.of(FactKind.RECEIVED, received, null));
            if (i >= COUNT / 2) {
                called(request, received.plus(Duration.ofHours(2)), i);
            }
        }
    }

    /** The older half has been called: most are closed, some come back later. */
    private void called(CallbackRequest request, Instant at, int i) {
        String agent = i % 2 == 0 ? "agent" : "agent2";
        CallOutcome outcome = i % 4 == 0 ? CallOutcome.NO_ANSWER : CallOutcome.RESOLVED;
        request.take(agent, at);
        CallAttempt attempt = attempts.save(new CallAttempt(request.id(), 1, agent, at, null));
        Instant end = at.plus(Duration.ofMinutes(6));
        attempt.end(outcome, end);
        record(request, TimelineEntry.of(FactKind.TAKEN, at, agent));
        record(request, TimelineEntry.of(FactKind.CALL_STARTED, at, agent));
        TimelineEntry ended = TimelineEntry.of(FactKind.CALL_ENDED, end, agent).outcome(outcome);
        if (outcome.closes()) {
            request.close(outcome, end);
            record(request, ended);
            record(request, TimelineEntry.of(FactKind.CLOSED, end, agent).outcome(outcome));
        } else {
            Instant next = clock.instant().plus(Duration.ofHours(20L + i));
            request.retry(next, promise.madeAt(next));
            record(request, ended.until(next));
        }
    }

    private void record(CallbackRequest request, TimelineEntry entry) {
        timeline.record(request.id(), request.reference(), entry);
    }

    private SubmitCallback said(int i) {
        List<Region> regions = lists.regions();
        List<Sector> sectors = lists.sectors();
        InventedPerson caller = InventedPerson.numbered(i);
        return new SubmitCallback(
                caller.firstName(),
                caller.lastName(),
                "contact" + i + "@exemple.fr",
                new InventedCompany(i).siret(1).value(),
                regions.get(random.nextInt(regions.size())).code(),
                sectors.get(random.nextInt(sectors.size())).code(),
                PHONES.get(random.nextInt(PHONES.size())) + "%04d".formatted(random.nextInt(10_000)),
                random.nextInt(3) == 0 ? CompanySize.UNDER_11.name() : CompanySize.ELEVEN_OR_MORE.name(),
                TOPICS.get(i % TOPICS.size()),
                MESSAGES.get(i % MESSAGES.size()),
                true);
    }
}
