package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Siret;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a visitor said of themselves and of the matter, in one writing; it never changes.
 *
 * @param nameKey last and first name, to search by
 */
@Embeddable
record VisitorSnapshot(
        String firstName,
        String lastName,
        String nameKey,
        String siret,
        String siren,
        String regionCode,
        String sectorCode,
        @Enumerated(EnumType.STRING) CompanySize companySize,
        String topicCode,
        String message) {

    static VisitorSnapshot of(SubmitCallback said) {
        Siret siret = Siret.parse(said.siret());
        return new VisitorSnapshot(
                said.firstName(),
                said.lastName(),
                CleanText.key(said.lastName() + " " + said.firstName()),
                siret.value(),
                siret.siren().value(),
                said.region(),
                said.sector(),
                CompanySize.valueOf(said.companySize()),
                said.topic(),
                said.message());
    }
}
