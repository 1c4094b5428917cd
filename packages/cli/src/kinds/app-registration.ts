import {
  type CapabilityId,
  type CheckOptions,
  capabilities,
  capabilityOf,
  checkAppRegistration,
  describeRules,
  formatNames,
  lessonOfRegistration,
  profiles,
  type ReadManifest,
  readAppRegistration,
  tenantFactsFormat,
} from '@sevenstep/sign-in-checks'
import type { Judging } from '../check/source.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'
import { readFileText } from './found-file.ts'
import type { FoundFile, FoundInFiles, LaterKind } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { readFacts } from './read-facts.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** App registrations, each a file. */
export const appRegistrationKind: LaterKind = {
  inFiles: (files) => files.flatMap(found),
  describeRules: () => describeRules(),
  pages: async () => (await import('@sevenstep/sign-in-checks/pages')).rulePages,
}

function found(file: FoundFile): readonly FoundInFiles[] {
  const read = (text = readFileText(file.absolute)): ReadManifest =>
    readAppRegistration(file.name, text.text, text.isUtf8)
  const { registration } = readAppRegistration(file.name, file.text())
  if (registration === undefined) return []
  const source = roomSource({
    entry: entryOf('app-registration'),
    path: file.path,
    kind: 'app registration',
    recognised: `an app registration in ${formatNames[registration.format]}`,
    at: { file: file.absolute },
    reads: [file.absolute],
    mendable: () => [file.name],
    check: (judging, changed) =>
      checkAppRegistration(read(changed && { text: changed.text, isUtf8: true }), optionsFor(judging)),
    lesson(judging) {
      const { only: _only, skip: _skip, facts: _facts, ...options } = optionsFor(judging)
      return lessonOfRegistration(read(), file.path, options)
    },
    applied(judging) {
      const { profile = 'production', edition = 'current', capabilities: wanted } = optionsFor(judging)
      return { profile, edition, capabilities: wanted ?? 'not said' }
    },
  })
  return [{ source, files: [file] }]
}

function optionsFor(judging: Judging): CheckOptions {
  const { flags, console } = judging.run
  const configured = judging.settings.configuration.appRegistration
  const wanted = flags.capability ?? configured?.capabilities
  return {
    ...roomOptions(judging, profiles, configured),
    ...(wanted !== undefined && { capabilities: wanted.map(expectCapability) }),
    ...(flags.facts !== undefined && { facts: readFacts(flags.facts, console.folder, tenantFactsFormat) }),
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
