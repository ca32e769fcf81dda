package fr.rappel.desk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import fr.rappel.users.Account;
import java.util.List;
import java.util.function.Consumer;

/** Asks to whom a request is given. */
class ReassignDialog extends ActionDialog {

    private final ComboBox<Account> agent = new ComboBox<>();
    private final Consumer<String> give;

    ReassignDialog(Wording wording, List<Account> agents, Consumer<String> give) {
        super("desk.ReassignDialog.", wording);
        this.give = give;
        agent.setLabel(getTranslation("desk.ReassignDialog.agent"));
        agent.setItems(agents);
        agent.setItemLabelGenerator(Account::displayName);
        agent.setWidthFull();
        agent.setRequiredIndicatorVisible(true);
        ask(agent, agent);
    }

    @Override
    boolean act() {
        if (agent.isEmpty()) {
            return refuse("REQUIRED");
        }
        give.accept(agent.getValue().username());
        return true;
    }
}
