package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.Visitor;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.shared.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An invented request and an invented report, for whoever tries a template: once with everything a message can tell, once with nothing. */
@Component
class SampleMessages {

    private static final String REFERENCE = "ABCD2345";

    private final MessageVariables variables;
    private final Organisation organisation;
    private final Faq faq;
    private final Clock clock;

    SampleMessages(MessageVariables variables, Organisation organisation, Faq faq, Clock clock) {
        this.variables = variables;
        this.organisation = organisation;
        this.faq = faq;
        this.clock = clock;
    }

    /** Everything a template of that kind may ask for, the names inside lists included. */
    List<String> names(MessageKind kind) {
        return Stream.concat(
                        kind.variables().stream(),
                        kind.variables().stream()
                                .flatMap(name -> MessageVariables.LISTS.getOrDefault(name, List.of()).stream()))
                .toList();
    }

    /** With every value there is, so that each section is shown. */
    Map<String, Object> full(MessageKind kind) {
        return kind == MessageKind.REPORT
                ? variables.of(report())
                : full(
                        kind,
                        new VisitorAnswer("Votre dossier est complet.\nLe règlement part cette semaine.", questions()));
    }

    /** The same with an answer of one's own. */
    Map<String, Object> full(MessageKind kind, VisitorAnswer answer) {
        Instant now = clock.instant();
        Visitor visitor =
                new Visitor(REFERENCE, CallbackStatus.WAITING, "Camille", "Exemple", "camille@exemple.fr", now, now);
        Map<String, Object> values = new HashMap<>(variables.of(message(kind, answer, now), visitor));
        values.computeIfPresent("suivi", (name, none) -> organisation.address("/suivi/exemple"));
        for (String flag : List.of("hors_perimetre", "mauvais_numero", "resolu")) {
            values.computeIfPresent(flag, (name, none) -> "oui");
        }
        return values;
    }

    /** With no value at all, so that each inverted section is shown. */
    Map<String, Object> bare(MessageKind kind) {
        Map<String, Object> values = new HashMap<>(full(kind));
        values.replaceAll((name, value) -> MessageVariables.LISTS.containsKey(name) ? List.of() : "");
        return values;
    }

    private List<String> questions() {
        return faq.themes().stream()
                .flatMap(theme -> theme.entries().stream())
                .limit(2)
                .map(entry -> entry.slug())
                .toList();
    }

    private static QueuedMessage message(MessageKind kind, VisitorAnswer answer, Instant now) {
        return new QueuedMessage(
                0,
                REFERENCE,
                kind,
                "camille@exemple.fr",
                "<exemple@exemple.fr>",
                now,
                now.plus(Duration.ofDays(1)),
                CallOutcome.RESOLVED,
                0,
                answer,
                0,
                now,
                now,
                null,
                null);
    }

    private ReportMail report() {
        return new ReportMail(
                "camille@exemple.fr",
                clock.instant(),
                "Rapport hebdomadaire",
                "du 16 au 22 novembre 2026",
                "du 9 au 15 novembre 2026",
                List.of(
                        new ReportMail.Line("Demandes reçues", "1 246", "1 130 (+10 %)"),
                        new ReportMail.Line("Engagement tenu", "91,5 %", "94 % (−2,5 pt)")),
                organisation.address("/console/statistiques?du=2026-11-16&au=2026-11-22"),
                "Camille Exemple",
                "3 novembre 2026");
    }
}
