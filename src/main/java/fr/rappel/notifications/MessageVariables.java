package fr.rappel.notifications;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.Visitor;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.shared.Organisation;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.SpokenTime;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a template may say, by name: text, or a list of rows of text. A name without a value is an empty text, which a
 * section takes for "no". Days are said by their date, because a mail is read later than it is written.
 */
@Component
class MessageVariables {

    /** The names inside each list. */
    static final Map<String, List<String>> LISTS = Map.of(
            "horaires", List.of("ligne"),
            "reponse", List.of("ligne"),
            "questions", List.of("question", "adresse"),
            "chiffres", List.of("chiffre", "valeur", "avant"));

    private static final SpokenTime FRENCH = SpokenTime.in(Locale.FRENCH);
    private static final String YES = "oui";

    private final LineCalendar calendar;
    private final LinePhrases phrases;
    private final Organisation organisation;
    private final Faq faq;
    private final FollowUpLink followUp;
    private final Clock clock;

    MessageVariables(
            LineCalendar calendar,
            LinePhrases phrases,
            Organisation organisation,
            Faq faq,
            FollowUpLink followUp,
            Clock clock) {
        this.calendar = calendar;
        this.phrases = phrases;
        this.organisation = organisation;
        this.faq = faq;
        this.followUp = followUp;
        this.clock = clock;
    }

    Map<String, Object> of(QueuedMessage message, Visitor visitor) {
        Map<String, Object> all = new HashMap<>(of(visitor));
        all.put("horaires", rows("ligne", phrases.weeklyHours(calendar.weeklyHours(), Locale.FRENCH)));
        all.put("promesse", moment(message.until()));
        all.put("prochaine_ouverture", moment(nextOpening().orElse(null)));
        all.put("essai", moment(message.happenedAt()));
        all.put("prochain_essai", moment(message.until()));
        all.put("rendez_vous", moment(message.until()));
        all.put("mauvais_numero", message.outcome() == CallOutcome.WRONG_NUMBER ? YES : "");
        all.put("hors_perimetre", message.outcome() == CallOutcome.OUT_OF_SCOPE ? YES : "");
        all.put("resolu", message.outcome() == CallOutcome.SOLVED ? YES : "");
        all.put("reponse", answer(message.answer()));
        all.put("questions", questions(message.answer()));
        all.keySet().retainAll(message.kind().variables());
        return all;
    }

    /** What can be said of any request: the names that a ready answer may use. */
    Map<String, Object> of(Visitor visitor) {
        return Map.of(
                "prenom", visitor.firstName(),
                "nom", visitor.lastName(),
                "reference", SpokenReference.of(visitor.reference()),
                "organisation", organisation.name(),
                "telephone", organisation.phoneDisplay(),
                "tarif", organisation.callTariff(),
                "site", organisation.publicUrl(),
                "suivi", followUp.of(visitor.reference()).toString());
    }

    /** What a report says. */
    Map<String, Object> of(ReportMail report) {
        return Map.of(
                "rapport", report.title(),
                "periode", report.period(),
                "periode_precedente", report.before(),
                "chiffres",
                        report.figures().stream().map(MessageVariables::figure).toList(),
                "statistiques", report.page(),
                "inscrit_par", report.addedBy(),
                "inscrit_le", report.addedOn(),
                "organisation", organisation.name(),
                "site", organisation.publicUrl());
    }

    private static Map<String, String> figure(ReportMail.Line line) {
        return Map.of("chiffre", line.figure(), "valeur", line.value(), "avant", line.before());
    }

    /** The next time the line opens; while it is open, the time after this one. */
    private Optional<Instant> nextOpening() {
        LineState now = calendar.stateAt(clock.instant());
        return now.open()
                ? Optional.ofNullable(now.closesAt()).flatMap(calendar::nextOpening)
                : Optional.ofNullable(now.opensAt());
    }

    private String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var local = instant.atZone(calendar.zone());
        return FRENCH.dayAndTime(FRENCH.date(local.toLocalDate()), FRENCH.time(local.toLocalTime()));
    }

    private static List<Map<String, String>> answer(@Nullable VisitorAnswer answer) {
        return answer == null || answer.text().isEmpty()
                ? List.of()
                : rows("ligne", answer.text().lines().toList());
    }

    private List<Map<String, String>> questions(@Nullable VisitorAnswer answer) {
        List<String> slugs = answer == null ? List.of() : answer.questions();
        return slugs.stream()
                .flatMap(slug -> faq.entry(slug).stream())
                .map(entry ->
                        Map.of("question", entry.question(), "adresse", organisation.address("/faq/" + entry.slug())))
                .toList();
    }

    private static List<Map<String, String>> rows(String name, List<String> lines) {
        return lines.stream().map(line -> Map.of(name, line)).toList();
    }
}
