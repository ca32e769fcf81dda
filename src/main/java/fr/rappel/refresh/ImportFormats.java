package fr.rappel.refresh;

import static fr.rappel.refresh.CellReading.amount;
import static fr.rappel.refresh.CellReading.code;
import static fr.rappel.refresh.CellReading.count;
import static fr.rappel.refresh.CellReading.date;
import static fr.rappel.refresh.CellReading.digits;
import static fr.rappel.refresh.CellReading.email;
import static fr.rappel.refresh.CellReading.emailKey;
import static fr.rappel.refresh.CellReading.flag;
import static fr.rappel.refresh.CellReading.matching;
import static fr.rappel.refresh.CellReading.moment;
import static fr.rappel.refresh.CellReading.nameKey;
import static fr.rappel.refresh.CellReading.number;
import static fr.rappel.refresh.CellReading.numberKey;
import static fr.rappel.refresh.CellReading.scope;
import static fr.rappel.refresh.CellReading.sirenOfScope;
import static fr.rappel.refresh.CellReading.sirenOfSiret;
import static fr.rappel.refresh.CellReading.siret;
import static fr.rappel.refresh.CellReading.siretOfScope;
import static fr.rappel.refresh.CellReading.storageKey;
import static fr.rappel.refresh.CellReading.text;

import fr.rappel.dossier.AccountKind;
import fr.rappel.dossier.AccountStatus;
import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentKind;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.DossierType;
import fr.rappel.dossier.InvoiceStatus;
import fr.rappel.dossier.RattachementRole;
import fr.rappel.dossier.RattachementStatus;
import fr.rappel.dossier.RegisterState;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The seven kinds of files, column by column; docs/import.md explains them to those who write such files. */
@Component
class ImportFormats {

    private static final Map<String, RegisterState> REGISTER_CODES = Map.of(
            "A", RegisterState.ACTIVE,
            "ACTIF", RegisterState.ACTIVE,
            "C", RegisterState.CLOSED,
            "F", RegisterState.CLOSED,
            "FERME", RegisterState.CLOSED);

    /** The interface between training centres and institutions has names of its own; one of its clients misspells one. */
    private static final Map<String, DossierStatus> INTERFACE_STATES =
            Map.of("ENGAGE", DossierStatus.ACCORDE, "RUPTURE", DossierStatus.ROMPU, "RUTPURE", DossierStatus.ROMPU);

    private final ZoneId zone;

    ImportFormats(@Value("${rappel.zone}") ZoneId zone) {
        this.zone = zone;
    }

    ImportFormat of(ImportKind kind) {
        return switch (kind) {
            case COMPANIES -> companies();
            case ACCOUNTS -> accounts();
            case RATTACHEMENTS -> rattachements();
            case DOSSIERS -> dossiers();
            case DOCUMENTS -> documents();
            case INVOICES -> invoices();
            case PAYMENTS -> payments();
        };
    }

    private static ImportFormat companies() {
        CopyTable company = CopyTable.named("dossier_company")
                .key("siren", "siret", sirenOfSiret())
                .required("name", "raison_sociale", text(200))
                .required("name_key", "raison_sociale", nameKey())
                .optional("legal_form", "forme_juridique", text(100))
                .optional("naf", "naf", text(6))
                .optional("idcc", "idcc", digits(4))
                .optional("size_band", "tranche_effectif", sizeBand())
                .optional("member_number", "numero_adherent", number())
                .optional("member_key", "numero_adherent", numberKey())
                .required("state", "etat_entreprise", code(RegisterState.class, REGISTER_CODES));
        CopyTable establishment = CopyTable.named("dossier_establishment")
                .key("siret", "siret", siret())
                .required("siren", "siret", sirenOfSiret())
                .optional("address", "adresse", text(300))
                .optional("postcode", "code_postal", text(10))
                .optional("commune", "commune", text(100))
                .optional("region_code", "region", text(3))
                .required("head_office", "siege", flag())
                .required("state", "etat_etablissement", code(RegisterState.class, REGISTER_CODES))
                .optional("closed_on", "ferme_le", date())
                .optional("successor_siret", "siret_successeur", siret());
        return new ImportFormat(List.of(company, establishment), 1, null);
    }

    private static ImportFormat accounts() {
        CopyTable account = CopyTable.named("dossier_account")
                .key("email_key", "email", emailKey())
                .required("email", "email", email())
                .required("person", "personne", text(200))
                .required("person_key", "personne", nameKey())
                .required("kind", "profil", code(AccountKind.class))
                .required("admin", "administrateur", flag())
                .required("status", "statut", code(AccountStatus.class));
        return new ImportFormat(List.of(account), 0, null);
    }

    private static ImportFormat rattachements() {
        CopyTable link = CopyTable.named("dossier_rattachement")
                .key("account_key", "compte", emailKey())
                .key("scope", "perimetre", scope())
                .key("role", "role", code(RattachementRole.class))
                .key("since", "depuis", date())
                .required("siren", "perimetre", sirenOfScope())
                .optional("siret", "perimetre", siretOfScope())
                .required("status", "statut", code(RattachementStatus.class))
                .optional("added_by", "ajoute_par", text(200))
                .optional("until_on", "jusqu_au", date());
        return new ImportFormat(
                List.of(link),
                0,
                new ImportFormat.Parent("dossier_account", List.of("email_key"), List.of("account_key"), "compte"));
    }

    private ImportFormat dossiers() {
        CopyTable dossier = CopyTable.named("dossier_dossier")
                .key("number", "numero", number())
                .required("number_key", "numero", numberKey())
                .required("type", "type", code(DossierType.class))
                .required("employer_siret", "siret_employeur", siret())
                .optional("provider_siret", "siret_organisme", siret())
                .optional("provider_nda", "nda", matching("[0-9A-Z]{11}"))
                .required("trainee", "beneficiaire", text(200))
                .required("trainee_key", "beneficiaire", nameKey())
                .optional("starts_on", "debut", date())
                .optional("ends_on", "fin", date())
                .optional("amount_asked", "montant_demande", amount())
                .optional("amount_granted", "montant_accorde", amount())
                .required("status", "statut", code(DossierStatus.class, INTERFACE_STATES))
                .required("status_at", "statut_le", moment(zone))
                .optional("complete_at", "complet_le", moment(zone))
                .optional("decision_due", "decision_avant", date())
                .optional("refusal_reason", "motif_refus", text(1000))
                .optional("deca_number", "numero_deca", number())
                .optional("deca_key", "numero_deca", numberKey())
                .optional("opco_number", "numero_opco", number())
                .optional("opco_key", "numero_opco", numberKey())
                .optional("master_complete", "maitre_complet", flag());
        CopyTable history = CopyTable.named("dossier_status_change")
                .key("dossier_number", "numero", number())
                .key("at", "statut_le", moment(zone))
                .key("status", "statut", code(DossierStatus.class, INTERFACE_STATES));
        return new ImportFormat(
                List.of(dossier, history),
                0,
                new ImportFormat.Parent(
                        "dossier_establishment", List.of("siret"), List.of("employer_siret"), "siret_employeur"));
    }

    private static ImportFormat documents() {
        CopyTable document = CopyTable.named("dossier_document")
                .key("id", "identifiant", number())
                .required("dossier_number", "numero_dossier", number())
                .required("kind", "nature", code(DocumentKind.class))
                .required("direction", "sens", code(DocumentDirection.class))
                .required("name", "nom", text(255))
                .optional("media_type", "type_contenu", text(100))
                .optional("size_bytes", "taille", count())
                .optional("sha256", "sha256", matching("[0-9A-F]{64}"))
                .required("dated", "date", date())
                .optional("storage_key", "fichier", storageKey())
                .optional("signed", "signe", flag());
        return new ImportFormat(List.of(document), 0, dossierOf("numero_dossier"));
    }

    private static ImportFormat invoices() {
        CopyTable invoice = CopyTable.named("dossier_invoice")
                .key("issuer_siret", "siret_emetteur", siret())
                .key("number", "numero", number())
                .required("number_key", "numero", numberKey())
                .required("dossier_number", "numero_dossier", number())
                .required("amount", "montant", amount())
                .required("status", "statut", code(InvoiceStatus.class))
                .optional("reject_reason", "motif_rejet", text(1000))
                .optional("deposited_on", "deposee_le", date());
        return new ImportFormat(List.of(invoice), 0, dossierOf("numero_dossier"));
    }

    private static ImportFormat payments() {
        CopyTable payment = CopyTable.named("dossier_payment")
                .key("bank_reference", "reference_bancaire", number())
                .key("issuer_siret", "siret_emetteur", siret())
                .key("invoice_number", "numero_facture", number())
                .required("reference_key", "reference_bancaire", numberKey())
                .required("amount", "montant", amount())
                .required("paid_on", "paye_le", date());
        return new ImportFormat(
                List.of(payment),
                0,
                new ImportFormat.Parent(
                        "dossier_invoice",
                        List.of("issuer_siret", "number"),
                        List.of("issuer_siret", "invoice_number"),
                        "numero_facture"));
    }

    /** INSEE's code; NN stands for no employees known. */
    private static CellReading sizeBand() {
        CellReading code = digits(2);
        return new CellReading(
                SqlType.TEXT,
                cell -> cell.equalsIgnoreCase("NN") ? "NN" : code.read().apply(cell));
    }

    private static ImportFormat.Parent dossierOf(String field) {
        return new ImportFormat.Parent("dossier_dossier", List.of("number"), List.of("dossier_number"), field);
    }
}
