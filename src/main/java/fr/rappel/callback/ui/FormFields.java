package fr.rappel.callback.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.rappel.callback.CompanySize;
import fr.rappel.callback.Notice;
import fr.rappel.callback.SubmitCallback;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.Siret;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The fields of the form, named like the components of {@link SubmitCallback}, whose constraints they show. */
class FormFields {

    private final TextField firstName = new TextField();
    private final TextField lastName = new TextField();
    private final EmailWithSuggestion email = new EmailWithSuggestion();
    private final TextField phone = new TextField();
    private final TextField siret = new TextField();
    private final ComboBox<Region> region = new ComboBox<>();
    private final ComboBox<Sector> sector = new ComboBox<>();
    private final RadioButtonGroup<CompanySize> companySize = new RadioButtonGroup<>();
    private final ComboBox<Topic> topic = new ComboBox<>();
    private final TextArea message = new TextArea();
    private final Checkbox consent = new Checkbox();
    private final Notice notice;
    private final Validator validator;
    private final List<Region> regions;
    private final List<Sector> sectors;
    private final List<Topic> topics;
    private final Map<String, Component> byName = new LinkedHashMap<>();

    FormFields(ReferenceLists lists, Validator validator, Notice notice) {
        this.validator = validator;
        this.notice = notice;
        this.regions = lists.regions();
        this.sectors = lists.sectors();
        this.topics = lists.topics();
        name("firstName", firstName);
        name("lastName", lastName);
        name("email", email.field());
        name("phone", phone);
        name("siret", siret);
        name("companySize", companySize);
        name("region", region);
        name("sector", sector);
        name("topic", topic);
        name("message", message);
        byName.put("consent", consent);
        complete();
    }

    List<Component> you() {
        return List.of(firstName, lastName, email, phone);
    }

    List<Component> company() {
        return List.of(siret, companySize, region, sector);
    }

    /** The answers that may fit come right after the message: on a phone nobody would find them below the button. */
    List<Component> question(FaqHints hints) {
        topic.addValueChangeListener(change -> tell(hints));
        message.addValueChangeListener(change -> tell(hints));
        Div text = new Div();
        notice.body().lines().forEach(line -> text.add(new Paragraph(line)));
        text.addClassName("notice");
        return List.of(topic, message, hints, text, consent);
    }

    SubmitCallback command() {
        return new SubmitCallback(
                firstName.getValue(),
                lastName.getValue(),
                email.field().getValue(),
                siret.getValue(),
                region.getOptionalValue().map(Region::code).orElse(""),
                sector.getOptionalValue().map(Sector::code).orElse(""),
                phone.getValue(),
                companySize.getOptionalValue().map(Enum::name).orElse(""),
                topic.getOptionalValue().map(Topic::code).orElse(""),
                message.getValue(),
                consent.getValue());
    }

    /**
     * Puts back what was typed before, choices by what one reads. Consent is given anew each time.
     *
     * @return whether that changed anything
     */
    boolean restore(JsonNode typed) {
        SubmitCallback before = command();
        texts().forEach((name, field) -> put(field, typed.path(name).asString("")));
        choose(region, regions, Region::name, typed.path("region").asString(""));
        choose(sector, sectors, Sector::label, typed.path("sector").asString(""));
        choose(topic, topics, Topic::label, typed.path("topic").asString(""));
        choose(
                companySize,
                List.of(CompanySize.values()),
                this::label,
                typed.path("companySize").asString(""));
        return !before.equals(command());
    }

    void clear() {
        byName.values().forEach(field -> ((HasValue<?, ?>) field).clear());
    }

    private Map<String, HasValue<?, String>> texts() {
        return Map.of(
                "firstName", firstName,
                "lastName", lastName,
                "email", email.field(),
                "phone", phone,
                "siret", siret,
                "message", message);
    }

    private static void put(HasValue<?, String> field, String text) {
        if (!text.isEmpty()) {
            field.setValue(text);
        }
    }

    /** Filters while one types. Whoever goes on without choosing is understood if one item alone fits. */
    private <T> void choices(ComboBox<T> field, List<T> items, ItemLabelGenerator<T> label) {
        field.setItems((item, typed) -> contains(label.apply(item), typed), items);
        field.setItemLabelGenerator(label);
        field.addCustomValueSetListener(typed -> {
            List<T> fitting = items.stream()
                    .filter(item -> contains(label.apply(item), typed.getDetail()))
                    .toList();
            boolean understood = fitting.size() == 1;
            field.setValue(understood ? fitting.getFirst() : null);
            field.setErrorMessage(understood ? "" : field.getTranslation("callback.field.choose"));
            field.setInvalid(!understood);
            if (!understood) {
                // The component takes away what it does not know; nothing typed is lost here.
                field.getElement().executeJs("this.inputElement.value = $0", typed.getDetail());
            }
        });
    }

    private static <T> void choose(HasValue<?, T> field, List<T> items, Function<T, String> label, String shown) {
        items.stream()
                .filter(item -> label.apply(item).equals(shown))
                .findFirst()
                .ifPresent(field::setValue);
    }

    /** Shows the errors at their fields and clears the others. */
    void mark(List<FieldError> errors) {
        byName.forEach((name, field) -> show(
                field,
                errors.stream().filter(error -> error.field().equals(name)).findFirst()));
    }

    void focus(String name) {
        if (byName.get(name) instanceof Focusable<?> field) {
            field.focus();
        }
    }

    private String label(CompanySize size) {
        return companySize.getTranslation("callback.size." + size);
    }

    String label(String name) {
        return message.getTranslation("callback.field." + name);
    }

    /** As the fields stand on the page. */
    List<FieldError> inOrder(List<FieldError> errors) {
        List<String> names = List.copyOf(byName.keySet());
        return errors.stream()
                .sorted(Comparator.comparingInt(error -> names.indexOf(error.field())))
                .toList();
    }

    private void tell(FaqHints hints) {
        hints.show(topic.getOptionalValue().map(Topic::code).orElse(""), message.getValue());
    }

    private void complete() {
        firstName.setAutocomplete(Autocomplete.GIVEN_NAME);
        lastName.setAutocomplete(Autocomplete.FAMILY_NAME);
        phone.setAutocomplete(Autocomplete.TEL);
        phone.getElement().setAttribute("inputmode", "tel");
        siret.getElement().setAttribute("inputmode", "numeric");
        choices(region, regions, Region::name);
        choices(sector, sectors, Sector::label);
        choices(topic, topics, Topic::label);
        companySize.setItems(CompanySize.values());
        companySize.setItemLabelGenerator(this::label);
        message.setValueChangeMode(ValueChangeMode.LAZY);
        message.setValueChangeTimeout(600);
        message.addValueChangeListener(change -> count());
        count();
        consent.setLabel(notice.label());
        consent.addValueChangeListener(change -> consent.setInvalid(false));
        siret.addValueChangeListener(change -> rewrite(
                siret,
                Siret.check(siret.getValue()).isEmpty()
                        ? Siret.parse(siret.getValue()).formatted()
                        : siret.getValue()));
        phone.addValueChangeListener(change -> rewrite(
                phone,
                PhoneNumber.check(phone.getValue()).isEmpty()
                        ? PhoneNumber.parse(phone.getValue()).national()
                        : phone.getValue()));
    }

    /** A field is checked when it is left, once it holds something: nobody is scolded for what is not typed yet. */
    private <V, F extends AbstractField<F, V> & HasLabel & HasValidationProperties> void name(String name, F field) {
        byName.put(name, field);
        field.setId("field-" + name);
        field.setLabel(field.getTranslation("callback.field." + name));
        field.setRequiredIndicatorVisible(true);
        manual(field);
        field.addValueChangeListener(change -> {
            if (change.isFromClient() && !field.isEmpty()) {
                check(name, field);
            }
        });
        String help = field.getTranslation("callback.field." + name + ".help");
        if (!help.isEmpty() && field instanceof com.vaadin.flow.component.HasHelper helped) {
            helped.setHelperText(help);
            field.getElement().getThemeList().add("helper-above-field");
        }
    }

    private static void manual(Component field) {
        if (field instanceof com.vaadin.flow.data.binder.HasValidator<?>
                && field instanceof com.vaadin.flow.component.shared.HasValidationProperties) {
            ((com.vaadin.flow.component.HasElement) field).getElement().setProperty("manualValidation", true);
        }
    }

    private void check(String name, Component field) {
        SubmitCallback now = command();
        show(
                field,
                FieldError.from(validator.validateProperty(now, name)).stream().findFirst());
    }

    private static void show(Component field, Optional<FieldError> error) {
        if (field instanceof HasValidationProperties shown) {
            shown.setErrorMessage(error.map(FieldError::message).orElse(""));
            shown.setInvalid(error.isPresent());
        }
    }

    private void count() {
        int length = CleanText.length(message.getValue());
        message.setHelperText(
                message.getTranslation("callback.field.message.count", length, SubmitCallback.MESSAGE_MAX));
    }

    private static void rewrite(HasValue<?, String> field, String value) {
        if (!field.getValue().equals(value)) {
            field.setValue(value);
        }
    }

    private static boolean contains(String label, String typed) {
        return CleanText.key(label).contains(CleanText.key(typed));
    }
}
