package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What somebody is written for. Each has its template and the words that may stand in it. */
public enum MessageKind {
    /** Demande reçue: to an address that nobody has verified, hence nothing that was typed into the form. */
    ACKNOWLEDGEMENT("promesse", "prochaine_ouverture"),
    /** Appel sans réponse. */
    NOT_REACHED("prenom", "nom", "essai", "prochain_essai", "reponse", "questions"),
    /** Rappel programmé. */
    CALL_PLANNED("prenom", "nom", "rendez_vous"),
    /** Rappel déplacé: another moment than the one announced before it came. */
    CALL_MOVED("prenom", "nom", "rendez_vous"),
    /** Demande annulée. */
    CALL_CANCELLED("prenom", "nom", "rendez_vous"),
    /** Demande close, by us or because the visitor found the answer. */
    CLOSED("prenom", "nom", "rendez_vous", "reponse", "questions", "hors_perimetre", "resolu"),
    /** Injoignable, or the number was wrong. */
    UNREACHABLE("prenom", "nom", "rendez_vous", "essai", "mauvais_numero", "reponse", "questions"),
    /** Réponse: what an agent writes while the request is open. */
    ANSWER("prenom", "nom", "reponse", "questions"),
    /** Rapport: the figures of a finished period, for those whom supervisors chose; about no request. */
    REPORT("rapport", "periode", "periode_precedente", "chiffres", "statistiques", "inscrit_par", "inscrit_le");

    private static final List<String> OF_EVERY_REQUEST =
            List.of("reference", "organisation", "telephone", "tarif", "horaires", "suivi", "site");
    private static final List<String> OF_THE_LINE = List.of("organisation", "site");

    private final List<String> own;

    MessageKind(String... own) {
        this.own = List.of(own);
    }

    /** What a visitor is written for when a request is closed. */
    static MessageKind closing(CallOutcome outcome) {
        return switch (outcome) {
            case UNREACHABLE, WRONG_NUMBER -> UNREACHABLE;
            case CANCELLED -> CALL_CANCELLED;
            default -> CLOSED;
        };
    }

    /** Names that its template may use, besides those inside a list. */
    public List<String> variables() {
        return Stream.concat(own.stream(), (this == REPORT ? OF_THE_LINE : OF_EVERY_REQUEST).stream())
                .toList();
    }

    /** Those for which that is true, as they are stored. */
    static List<String> names(Predicate<MessageKind> which) {
        return Stream.of(values()).filter(which).map(Enum::name).toList();
    }

    /** Whether a calendar file goes with it, if it names a moment. */
    boolean isAboutACall() {
        return plansACall() || endsCalls();
    }

    /** Whether it puts a call into the visitor's calendar. */
    boolean plansACall() {
        return this == CALL_PLANNED || this == CALL_MOVED;
    }

    /** Whether it says that no call comes any more: one that was announced leaves the visitor's calendar. */
    boolean endsCalls() {
        return this == CALL_CANCELLED || this == CLOSED || this == UNREACHABLE;
    }

    /** Key of its name in the translation bundles. */
    public String messageKey() {
        return "notifications.kind." + name();
    }

    /** Name of its files among the default contents. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
