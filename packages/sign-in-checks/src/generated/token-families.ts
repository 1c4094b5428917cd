// Made by tools/generate.ts from the files in src/rules.
import type { TokenFamily as RuleFamily } from '../token/token-subject.ts'
import { tokenAudience } from '../rules/tokens/token-audience.ts'
import { tokenClient } from '../rules/tokens/token-client.ts'
import { tokenForm } from '../rules/tokens/token-form.ts'
import { tokenScopes } from '../rules/tokens/token-scopes.ts'
import { tokenTenant } from '../rules/tokens/token-tenant.ts'
import { tokenTime } from '../rules/tokens/token-time.ts'
import { tokenUser } from '../rules/tokens/token-user.ts'

/** Every family of rules, by folder and name. */
export const tokenFamilies: readonly RuleFamily[] = [
  tokenAudience,
  tokenClient,
  tokenForm,
  tokenScopes,
  tokenTenant,
  tokenTime,
  tokenUser,
]
