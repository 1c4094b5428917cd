import type { JudgedFile, PageExample } from '@sevenstep/rule-engine'
import type { TestedRoom } from '@sevenstep/rule-engine/testing'
import { evidenceFaultOf, turnKeys } from '@sevenstep/rule-engine/testing'
import fc from 'fast-check'
import { capabilities, capabilityOf } from '../data/capabilities.ts'
import { sources } from '../data/sources.ts'
import { checkAppRegistration } from '../engine/check-app-registration.ts'
import type { RuleFamily } from '../engine/rule-family.ts'
import { editions, profiles } from '../engine/sign-in-subject.ts'
import { readAppRegistration } from '../registration/read-app-registration.ts'
import { faultlessManifests, type Given, manifestPath, manifestText } from './given-registration.ts'

/** How families over app registrations are run in tests. */
export const registrationRoom: TestedRoom<RuleFamily, Given> = {
  files: (given) => [{ path: manifestPath, content: manifestText(given) }],
  run(family, files, given) {
    const manifest = readAppRegistration(manifestPath, String(files[0]?.content ?? ''))
    const judged: readonly JudgedFile[] = [manifest.file]
    const { capabilities: wanted, profile, edition, facts } = given
    const { findings } = checkAppRegistration(manifest, {
      families: [family],
      only: Object.keys(family.rules),
      today: given.today ?? '2026-11-20',
      withEdits: true,
      ...(profile !== undefined && { profile }),
      ...(edition !== undefined && { edition }),
      ...(wanted !== undefined && { capabilities: wanted }),
      ...(facts !== undefined && { facts }),
    }).subject
    return { findings, judged }
  },
  givenBy,
  anyGiven: fc.record({
    manifest: fc.oneof(
      fc
        .tuple(fc.constantFrom(...keysWorthTrying()), fc.jsonValue())
        .map(([key, value]): Given['manifest'] => ({ [key]: value })),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    ),
    format: fc.constantFrom('microsoft-graph', 'azure-ad-graph', 'azure-ad-graph-early'),
    profile: fc.constantFrom(...profiles),
    edition: fc.constantFrom(...editions),
    capabilities: fc.subarray(capabilities.map(({ id }) => id)),
  }),
  turned(given) {
    // Keys of the top level change their order too: the faultless manifest's come first in both.
    return typeof given.manifest === 'string' ? undefined : { ...given, manifest: asRecord(turnKeys(given.manifest)) }
  },
  evidenceFault: evidenceFaultOf(sources),
}

function keysWorthTrying(): readonly string[] {
  return [...new Set(Object.values(faultlessManifests).flatMap(Object.keys))]
}

/** The registration that a page's examples describe: a manifest, and with it what was looked up in a tenant. */
function givenBy(examples: readonly PageExample[]): Given | undefined {
  const manifest = examples.find(({ words }) => words.includes('manifest'))
  const facts = examples.find(({ words }) => words.includes('facts'))
  if (manifest === undefined && facts === undefined) return undefined
  const { capabilities: names, format, profile, edition, today } = (manifest ?? facts)?.options ?? {}
  const wanted = names?.split(',').flatMap((name) => capabilityOf(name)?.id ?? [])
  const given: Record<string, unknown> = { manifest: manifest === undefined ? {} : parseExample(manifest.text) }
  const options = { format, profile, edition, today, capabilities: wanted }
  for (const [key, value] of Object.entries(options)) if (value !== undefined) given[key] = value
  if (facts !== undefined) given.facts = JSON.parse(facts.text)
  // Words of an author: a wrong one fails that page's test.
  return given as unknown as Given
}

/** An object is laid over the faultless manifest; a JSON text stands for the file it holds, and so does what is no JSON. */
function parseExample(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
