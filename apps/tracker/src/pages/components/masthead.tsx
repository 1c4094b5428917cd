import type { Account, Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { StepStrip } from './step-strip.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

/** The bar on top: logo, navigation, search, language and the person's menu. */
export function Masthead({ frame }: { readonly frame: Frame }) {
  const { texts, navigation, search, account } = frame
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="brand" href="/">
          <StepStrip size="logo" />
          <span class="brand-name">{texts.shared.product}</span>
        </a>
        <nav class="navigation" aria-label={texts.shared.mainNavigation}>
          {navigation.map(({ href, label, current, count }) => (
            <a href={href} aria-current={current === true ? 'page' : undefined}>
              {label}
              {count !== undefined && count > 0 && <span class="count">{texts.format.number(count)}</span>}
            </a>
          ))}
        </nav>
        {search !== undefined && (
          <search>
            <form class="search" action={search.action}>
              <input
                type="search"
                name="q"
                id="search"
                value={search.value}
                placeholder={texts.shared.search.placeholder}
                aria-label={texts.shared.search.label}
              />
            </form>
          </search>
        )}
        <LanguageSwitch frame={frame} />
        {account !== undefined && <AccountMenu frame={frame} account={account} />}
      </div>
    </header>
  )
}

function AccountMenu({ frame, account }: { readonly frame: Frame; readonly account: Account }) {
  const { shared } = frame.texts
  return (
    <details class="menu" data-menu>
      <summary>
        <Icon name="person" size={20} />
        <span class="menu-name">{account.role}</span>
        <Icon name="chevron-down" size={14} />
      </summary>
      <div class="menu-panel">
        <p class="menu-person">
          <b>{account.name}</b>
          <br />
          <span class="quiet">{account.role}</span>
        </p>
        <ThemeSwitch frame={frame} />
        <hr />
        {account.links.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
        <button type="button" class="menu-button" data-opens="keyboard-help" hidden>
          {shared.keyboard.menu}
        </button>
        <hr />
        <form method="post" action={account.signOutAction}>
          <button type="submit" class="menu-button">
            {shared.account.signOut}
          </button>
        </form>
      </div>
    </details>
  )
}
