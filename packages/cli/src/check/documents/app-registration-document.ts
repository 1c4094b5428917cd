import {
  type CapabilityId,
  type CheckOptions,
  capabilities,
  capabilityOf,
  checkAppRegistration,
  profiles,
  type ReadManifest,
} from '@sevenstep/sign-in-checks'
import { exitCodes } from '../../exit-codes.ts'
import { Failure } from '../../failure.ts'
import { suggestWord } from '../../suggest-word.ts'
import type { CheckedDocument, DocumentSettings } from '../source.ts'
import { readFacts } from './read-facts.ts'

/** An app registration as a document of the command line; `read` reads its file anew, or the text it is given. */
export function appRegistrationDocument(recognised: string, read: (text?: string) => ReadManifest): CheckedDocument {
  return {
    recognised,
    profiles,
    check: (settings) => checkAppRegistration(read(settings.text), optionsFor(settings)),
    applied(settings) {
      const { profile = 'production', edition = 'current', capabilities: wanted } = optionsFor(settings)
      return { profile, edition, capabilities: wanted ?? 'not said' }
    },
  }
}

function optionsFor({ flags, configuration, today, folder, withEdits }: DocumentSettings): CheckOptions {
  const configured = configuration.appRegistration
  const profile = profiles.find((one) => one === flags.profile) ?? configured?.profile
  const edition = flags.edition ?? configured?.edition
  const wanted = flags.capability ?? configured?.capabilities
  return {
    today,
    withEdits,
    ...(profile !== undefined && { profile }),
    ...(edition !== undefined && { edition }),
    ...(wanted !== undefined && { capabilities: wanted.map(expectCapability) }),
    ...(configuration.rules !== undefined && { settings: configuration.rules }),
    ...(flags.facts !== undefined && { facts: readFacts(flags.facts, folder) }),
    ...(flags.rule !== undefined && { only: flags.rule }),
    ...(flags.skip !== undefined && { skip: flags.skip }),
    ...(flags.timing && { now: () => performance.now() }),
  }
}

function expectCapability(name: string): CapabilityId {
  const known = capabilityOf(name)
  if (known !== undefined) return known.id
  const near = suggestWord(
    name,
    capabilities.map(({ id }) => id),
  )
  throw new Failure(
    exitCodes.usage,
    `There is no capability "${name}".`,
    'What an application does decides which permissions it needs, so a misspelt one would ask for the wrong ones.',
    near === undefined ? `Known are ${capabilities.map(({ id }) => id).join(', ')}.` : `Did you mean "${near}"?`,
  )
}
