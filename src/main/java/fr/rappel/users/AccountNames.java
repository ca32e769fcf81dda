package fr.rappel.users;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The names by which colleagues know each other. For files that are written without anybody signed in; people ask {@link
 * UserAccounts}, which looks who they are.
 */
@Component
public class AccountNames {

    private final AccountRepository accounts;

    AccountNames(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** By user name; also of accounts that are disabled. */
    @Transactional(readOnly = true)
    public Map<String, String> byUsername() {
        return accounts.findAllByOrderByDisplayName().stream()
                .map(AccountEntity::toAccount)
                .collect(Collectors.toMap(Account::username, Account::displayName));
    }
}
