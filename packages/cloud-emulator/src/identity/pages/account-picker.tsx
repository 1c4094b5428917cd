import type { EmulatedAccount } from '../directory.ts'
import { type Language, say, texts } from './texts.ts'

/** What the page of accounts shows. */
export interface AccountPickerProps {
  readonly application: string
  readonly accounts: readonly EmulatedAccount[]
  readonly tenantName: (tenantId: string) => string
  /** The account used last, or hinted at; it is marked. */
  readonly preferred: string | undefined
  readonly action: string
  readonly language: Language
}

/** The sign-in page: every account by its role, grouped by tenant; one button signs in. */
export function AccountPicker(props: AccountPickerProps) {
  const { accounts, language, application } = props
  const tenants = [...new Set(accounts.map(({ tenantId }) => tenantId))]
  const nobody = accounts.length === 0
  return (
    <>
      <h1>{say(nobody ? texts.nobodyTitle : texts.pickTitle, language)}</h1>
      <p class="lead">
        {say(nobody ? texts.nobodyLead : texts.pickLead, language)} <b>{application}</b>.
      </p>
      <form method="post" action={props.action}>
        {tenants.map((tenantId, place) => (
          <section aria-labelledby={`tenant-${place}`}>
            <h2 id={`tenant-${place}`}>{props.tenantName(tenantId)}</h2>
            <ul class="accounts">
              {accounts
                .filter((account) => account.tenantId === tenantId)
                .map((account) => (
                  <li>
                    <AccountButton
                      account={account}
                      preferred={account.objectId === props.preferred}
                      language={language}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <button type="submit" class="quiet">
          {say(texts.cancel, language)}
        </button>
      </form>
    </>
  )
}

function AccountButton({
  account,
  preferred,
  language,
}: {
  account: EmulatedAccount
  preferred: boolean
  language: Language
}) {
  return (
    <button type="submit" name="account" value={account.objectId} class="account">
      <span class="initials" aria-hidden="true">
        {initialsOf(account.name)}
      </span>
      <span class="who">
        <span class="role">
          {say(account.role, language)}
          {preferred && <span class="tag">{say(texts.last, language)}</span>}
        </span>
        <span class="name">
          {account.name} · {account.username}
        </span>
        {account.detail !== undefined && <span class="detail">{say(account.detail, language)}</span>}
      </span>
      <svg class="go" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M6 3l5 5-5 5"
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  )
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part))
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.at(0) ?? '').join('')
}
