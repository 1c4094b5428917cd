import { type Profile, profiles } from '@sevenstep/certification-rules'

/** True for the name of a profile, as it comes back from the database. */
export function isProfile(value: string): value is Profile {
  const known: readonly string[] = profiles
  return known.includes(value)
}
