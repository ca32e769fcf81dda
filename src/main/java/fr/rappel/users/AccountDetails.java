package fr.rappel.users;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts as Spring Security reads them, with every role the account's role includes. */
@Component
class AccountDetails implements UserDetailsService {

    private final AccountRepository accounts;

    AccountDetails(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        AccountEntity entity = UserAccounts.name(username)
                .flatMap(accounts::findByUsername)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
        return new SignedIn(entity);
    }
}
