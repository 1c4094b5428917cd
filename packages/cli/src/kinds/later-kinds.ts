import type { FoundFile, KindEntry, KindName, LaterKindEntry } from './kind.ts'

/** Connectors, whose room is always loaded. */
export const connectorKind: KindEntry = {
  name: 'connector',
  step: 1,
  words: 'a connector',
  subjects: ['connector', 'connector-archive', 'certification-package', 'solution', 'file'],
  profiles: ['verified-publisher', 'independent-publisher', 'custom'],
  options: [],
}

const isJson = ({ name }: FoundFile): boolean => /\.json$/i.test(name)

/** What the steps after the first judge, in their order. Nothing of their rooms is loaded here. */
export const laterKinds: readonly LaterKindEntry[] = [
  {
    name: 'app-registration',
    step: 2,
    words: 'an app registration',
    subjects: ['app registration', 'token'],
    profiles: ['production', 'development'],
    options: ['edition', 'capability', 'facts'],
    candidates: (files) =>
      files.filter((file) => file.isNamed || (isJson(file) && registrationMarks.test(file.text()))),
    load: async () => (await import('./app-registration.ts')).appRegistrationKind,
  },
]

const registrationMarks = /"(signInAudience|requiredResourceAccess|availableToOtherTenants|replyUrls\w*)"/

/** Every kind. */
export const allKinds: readonly KindEntry[] = [connectorKind, ...laterKinds]

/** Every profile there is, each once. */
export const allProfiles: readonly string[] = [...new Set(allKinds.flatMap(({ profiles }) => profiles))]

/** The steps of the programme, as they are named on the command line. */
export const steps: readonly string[] = ['1', '2', '3', '4', '5', '6', '7']

/** The kind that reports call so; connectors for every other name. */
export function kindOfSubject(subject: string): KindEntry {
  return laterKinds.find(({ subjects }) => subjects.includes(subject)) ?? connectorKind
}

/** The entry of this name. */
export function entryOf(name: KindName): KindEntry {
  return allKinds.find((entry) => entry.name === name) ?? connectorKind
}
