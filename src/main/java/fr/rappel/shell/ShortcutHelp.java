package fr.rappel.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * What the keys do. Single-letter keys can be switched off (RGAA 12.9, WCAG 2.1.4): people who dictate would set them
 * off by speaking. The choice stays in the browser.
 */
class ShortcutHelp extends Dialog {

    private static final List<String> KEYS = List.of(
            "j", "k", "enter", "t", "n", "slash", "c", "digits", "e", "macros", "z", "r", "l", "p", "m", "y", "u",
            "help");

    ShortcutHelp() {
        setHeaderTitle(getTranslation("shell.ShortcutHelp.title"));
        DescriptionList list = new DescriptionList();
        list.addClassName("shortcuts");
        for (String key : KEYS) {
            Span name = new Span(getTranslation("shell.ShortcutHelp." + key + ".key"));
            name.addClassName("key");
            list.add(
                    new DescriptionList.Term(name),
                    new DescriptionList.Description(getTranslation("shell.ShortcutHelp." + key)));
        }
        Checkbox on = new Checkbox(getTranslation("shell.ShortcutHelp.on"));
        getElement().executeJs("return window.rappelShortcuts.enabled()").then(Boolean.class, on::setValue);
        on.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getElement().executeJs("window.rappelShortcuts.enable($0)", change.getValue());
            }
        });
        add(list, on);
        Button close = new Button(getTranslation("shell.ShortcutHelp.close"), click -> close());
        addOpenedChangeListener(change -> close.focus());
        getFooter().add(close);
    }
}
