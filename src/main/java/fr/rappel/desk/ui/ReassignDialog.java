package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import fr.rappel.users.Account;
import java.util.List;
import java.util.function.Consumer;

/** Asks to whom a request is given. */
class ReassignDialog extends Dialog {

    ReassignDialog(List<Account> agents, Consumer<String> give) {
        setHeaderTitle(getTranslation("desk.ReassignDialog.title"));
        ComboBox<Account> agent = new ComboBox<>(getTranslation("desk.ReassignDialog.agent"));
        agent.setItems(agents);
        agent.setItemLabelGenerator(Account::displayName);
        agent.setWidthFull();
        Button confirm = new Button(getTranslation("desk.ReassignDialog.give"), click -> {
            if (agent.getValue() == null) {
                agent.setInvalid(true);
                agent.setErrorMessage(getTranslation("REQUIRED"));
                return;
            }
            close();
            give.accept(agent.getValue().username());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(agent);
        getFooter().add(new Button(getTranslation("desk.dialog.cancel"), click -> close()), confirm);
    }
}
