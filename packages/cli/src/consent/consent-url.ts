import {
  type AppRegistration,
  apiById,
  consentAddress,
  knownApis,
  newState,
  readConsentAnswer,
  scopeById,
  scopeString,
} from '@sevenstep/sign-in-checks'
import type { ConsentFlags } from '../commands/consent-url-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { readRegistrationFile } from '../registration-file.ts'

/**
 * `sevenstep consent-url`: prints the address for an administrator, or says what an answer means.
 *
 * @throws Failure when the manifest cannot be read, or something is missing or wrong.
 */
export function consentUrl(flags: ConsentFlags, console: Console): ExitCode {
  if (flags.answer !== undefined) return sayAnswer(flags, flags.answer, console)
  const registration = flags.manifest === undefined ? undefined : readRegistrationFile(flags.manifest, console)
  const state = flags.state ?? newState()
  const made = consentAddress({
    tenant: flags.tenant,
    clientId: flags.clientId ?? textOf(registration, 'appId'),
    redirectUri: flags.redirectUri ?? registration?.redirects[0]?.value ?? '',
    scopes: (flags.scope?.map(wholeScope) ?? scopesOf(registration)).filter(Boolean),
    state,
    ...(flags.authority !== undefined && { authority: flags.authority }),
  })
  if (!made.ok) {
    const [first, ...more] = made.faults
    const also = more.map(({ what }) => what).join(' ')
    throw new Failure(
      exitCodes.usage,
      `${first?.what ?? ''}${also === '' ? '' : ` ${also}`}`,
      first?.why ?? '',
      `${first?.fix ?? ''} The options are --client-id, --redirect-uri, --scope and --tenant; --manifest fills them.`,
    )
  }
  console.out(`${made.address}\n`)
  if (flags.state === undefined) {
    console.error(
      `The state is ${state}: remember it, and compare it when the answer comes (--answer ADDRESS --state ${state}).\n`,
    )
  }
  return exitCodes.fine
}

function sayAnswer({ state, tenant }: ConsentFlags, address: string, console: Console): ExitCode {
  if (state === undefined) {
    throw new Failure(
      exitCodes.usage,
      '--answer needs --state.',
      'Without the state that was sent, a forged answer cannot be told from the administrator’s.',
      'Give the state that the consent address carried.',
    )
  }
  const answer = readConsentAnswer(address, { state, ...(tenant !== 'organizations' && { tenant }) })
  switch (answer.outcome) {
    case 'granted':
      console.out(
        `Consent was given, by the answer’s word for the tenant ${answer.claimedTenant}.\n` +
          `Scopes: ${answer.scopes.join(' ') || 'not named'}.\n` +
          'Let nobody in because of this tenant: anybody can write it into an address. Ask for a token of it, and believe the token.\n',
      )
      return exitCodes.fine
    case 'refused':
      console.out(
        `Consent was not given (${answer.code ?? answer.error}).\n  why: ${answer.why}\n  do:  ${answer.fix}\n`,
      )
      return exitCodes.findings
    case 'not-an-answer':
      console.out(`This is no answer to rely on.\n  why: ${answer.why}\n  do:  ${answer.fix}\n`)
      return exitCodes.findings
  }
}

function textOf(registration: AppRegistration | undefined, key: string): string {
  return String(registration?.member(key)?.value ?? '')
}

/** A scope that only one of the APIs we know has may be given by its name alone. */
function wholeScope(scope: string): string {
  if (scope.includes('/') || scope === '.default') return scope
  const [first, ...others] = knownApis.filter(({ scopes }) => scopes.some(({ value }) => value === scope))
  if (first === undefined || others.length > 0) {
    throw new Failure(
      exitCodes.usage,
      `Which API the scope "${scope}" belongs to is not known.`,
      first === undefined ? 'No API we know has it.' : 'More than one API has a scope of this name.',
      'Give the whole scope, such as https://service.flow.microsoft.com//Flows.Read.All.',
    )
  }
  return scopeString(first, scope)
}

/** Every delegated scope we know that the registration asks for; what Dataverse's tokens name cannot be told from it. */
function scopesOf(registration: AppRegistration | undefined): readonly string[] {
  return (registration?.apis ?? []).flatMap(({ appId, permissions }) => {
    const api = apiById(appId)
    if (api === undefined || api.key === 'dataverse') return [`${appId}/.default`].filter(() => permissions.length > 0)
    return permissions.flatMap(({ id, type }) => {
      const scope = type === 'Role' ? undefined : scopeById(api, id)
      return scope === undefined ? [] : [scopeString(api, scope.value)]
    })
  })
}
