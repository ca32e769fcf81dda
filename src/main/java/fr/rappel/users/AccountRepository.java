package fr.rappel.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, Long> {

    Optional<AccountEntity> findByUsername(String username);

    List<AccountEntity> findAllByOrderByDisplayName();

    /** Of those names, the accounts that may sign in. */
    List<AccountEntity> findByUsernameInAndEnabledTrue(Collection<String> usernames);

    long count();

    boolean existsByRoleAndEnabledTrue(Role role);

    long deleteByDemoTrue();

    AccountEntity save(AccountEntity account);
}
