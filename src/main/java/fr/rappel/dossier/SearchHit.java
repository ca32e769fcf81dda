package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * One thing that a search found.
 *
 * @param id what names it among its kind
 * @param label how people call it
 * @param text more about it, as the information system writes it
 * @param amount of an invoice, or of all that a transfer paid, in cents
 * @param day first day of a dossier, deposit of an invoice, date of a payment
 * @param profile of a dossier found by a company or establishment: as what this one takes part
 * @param invoices how many a transfer paid
 */
public record SearchHit(
        HitKind kind,
        String id,
        String label,
        @Nullable String text,
        @Nullable Long amount,
        @Nullable LocalDate day,
        @Nullable DossierType type,
        @Nullable DossierStatus status,
        @Nullable Profile profile,
        @Nullable Integer invoices) {

    /** The same, of which one knows by which side it was found. */
    SearchHit by(Profile side) {
        return new SearchHit(kind, id, label, text, amount, day, type, status, side, invoices);
    }

    /** Year in which a dossier's training starts. */
    public @Nullable Integer year() {
        return kind == HitKind.DOSSIER && day != null ? day.getYear() : null;
    }

    /** What tells this hit from others of the same label, on one line: its state, if it is a dossier, then the rest. */
    public String detail(MessageSource messages, Locale locale) {
        String facts = facts(messages, locale);
        return status == null ? facts : messages.getMessage(status.messageKey(), null, locale) + " · " + facts;
    }

    /** The same without the state. */
    public String facts(MessageSource messages, Locale locale) {
        Stream<@Nullable String> parts = Stream.of(
                number(),
                type == null ? null : messages.getMessage(type.messageKey(), null, locale),
                amount == null ? null : new Euros(amount).formatted(),
                kind == HitKind.DOSSIER || day == null ? null : Wordings.day(day, locale),
                isTogether()
                        ? messages.getMessage("dossier.SearchHit.invoices", new Object[] {invoices}, locale)
                        : text);
        return parts.filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** Whether it is a transfer that paid several invoices. */
    public boolean isTogether() {
        return invoices != null && invoices > 1;
    }

    private @Nullable String number() {
        return switch (kind) {
            case COMPANY -> Siren.written(id);
            case ESTABLISHMENT -> Siret.written(id);
            case DOSSIER, ACCOUNT, INVOICE, PAYMENT -> null;
        };
    }
}
