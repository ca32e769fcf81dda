package fr.rappel.desk.ui;

import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fr.rappel.callback.CompanySize;
import fr.rappel.callback.ListFilter;
import fr.rappel.callback.ListOrder;
import fr.rappel.callback.ListView;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What narrows the work list: text at once, the rest behind a button, so that the list stays the first thing seen. */
class WorkFilters extends Div {

    /** What the filters choose from. */
    @Service
    record Choices(ReferenceLists lists, Clock clock) {}

    private final TextField text = new TextField();
    private final Div more = new Div();
    private final ComboBox<Region> region = new ComboBox<>();
    private final ComboBox<Sector> sector = new ComboBox<>();
    private final Select<Topic> topic = new Select<>();
    private final Select<CompanySize> size = new Select<>();
    private final Select<Age> age = new Select<>();
    private final Select<ListOrder> order = new Select<>();
    private final Button toggle = new Button();
    private final Button clear = new Button();
    private final Choices choices;
    private final Runnable changed;
    private boolean clearing;

    WorkFilters(Choices choices, Runnable changed) {
        this.choices = choices;
        this.changed = () -> changed(changed);
        addClassName("filters");
        text.setPlaceholder(getTranslation("desk.WorkFilters.text"));
        text.setAriaLabel(getTranslation("desk.WorkFilters.text"));
        text.setClearButtonVisible(true);
        text.setMaxLength(100);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().setAttribute("aria-keyshortcuts", "/");
        text.addValueChangeListener(change -> this.changed.run());
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.getElement().setAttribute("aria-expanded", "false");
        toggle.addClickListener(click -> {
            fill();
            more.setVisible(!more.isVisible());
            toggle.getElement().setAttribute("aria-expanded", String.valueOf(more.isVisible()));
        });
        more.addClassName("filters-more");
        more.setVisible(false);
        clear.setText(getTranslation("desk.WorkFilters.clear"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> clear());
        showCount();
        Div first = new Div(text, toggle, clear);
        first.addClassName("filters-first");
        add(first, more);
    }

    ListFilter filter(ListView part) {
        Instant before =
                age.getValue() == null ? null : choices.clock().instant().minus(age.getValue().atLeast);
        return new ListFilter(
                part,
                region.getOptionalValue().map(Region::code).orElse(null),
                sector.getOptionalValue().map(Sector::code).orElse(null),
                topic.getOptionalValue().map(Topic::code).orElse(null),
                size.getValue(),
                before,
                text.getValue());
    }

    ListOrder order(ListView part) {
        @Nullable ListOrder chosen = order.getValue();
        if (chosen != null) {
            return chosen;
        }
        return switch (part) {
            case CLOSED, ALL -> ListOrder.NEWEST;
            case LATE -> ListOrder.OLDEST;
            default -> ListOrder.QUEUE;
        };
    }

    private void clear() {
        clearing = true;
        text.clear();
        narrowing().forEach(HasValue::clear);
        clearing = false;
        changed.run();
    }

    private void changed(Runnable then) {
        if (!clearing) {
            showCount();
            then.run();
        }
    }

    /** A closed panel must not hide that it narrows the list. */
    private void showCount() {
        long chosen = narrowing().stream().filter(field -> !field.isEmpty()).count();
        toggle.setText(getTranslation("desk.WorkFilters.more", chosen));
        clear.setVisible(chosen > 0 || !text.isEmpty());
    }

    private List<HasValue<?, ?>> narrowing() {
        return List.of(region, sector, topic, size, age);
    }

    /** Only who asks for more filters pays for them. */
    private void fill() {
        if (more.getComponentCount() > 0) {
            return;
        }
        choose(region, "region");
        region.setItems(choices.lists().regions());
        region.setItemLabelGenerator(Region::name);
        region.setClearButtonVisible(true);
        choose(sector, "sector");
        sector.setItems(choices.lists().sectors());
        sector.setItemLabelGenerator(Sector::label);
        sector.setClearButtonVisible(true);
        region.setPlaceholder(getTranslation("desk.WorkFilters.any"));
        sector.setPlaceholder(getTranslation("desk.WorkFilters.any"));
        choose(topic, "topic");
        topic.setItems(choices.lists().topics());
        optional(topic, Topic::label);
        choose(size, "size");
        size.setItems(CompanySize.values());
        optional(size, value -> getTranslation("callback.size." + value));
        choose(age, "age");
        age.setItems(Age.values());
        optional(age, value -> getTranslation("desk.WorkFilters.age." + value));
        choose(order, "order");
        order.setItems(ListOrder.values());
        optional(order, value -> getTranslation("desk.WorkFilters.order." + value));
        order.setEmptySelectionCaption(getTranslation("desk.WorkFilters.order.usual"));
        more.add(region, sector, topic, size, age, order);
    }

    private <F extends HasLabel & HasValue<?, ?>> void choose(F field, String key) {
        field.setLabel(getTranslation("desk.WorkFilters." + key));
        field.addValueChangeListener(change -> changed.run());
    }

    private <T> void optional(Select<T> select, ItemLabelGenerator<T> labels) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("desk.WorkFilters.any"));
        select.setItemLabelGenerator(item -> item == null ? select.getEmptySelectionCaption() : labels.apply(item));
    }

    /** How long ago a request was received, at least. */
    enum Age {
        DAY(Duration.ofDays(1)),
        THREE_DAYS(Duration.ofDays(3)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30));

        private final Duration atLeast;

        Age(Duration atLeast) {
            this.atLeast = atLeast;
        }
    }
}
