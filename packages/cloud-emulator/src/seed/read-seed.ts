import type { Seed } from './seed.ts'

/**
 * Reads a seed from the text of a file, JSON or YAML.
 *
 * @param name of the file, for what is said when it does not fit.
 * @throws EmulatorSettingsError that names every place where the file does not fit.
 */
export async function readSeed(text: string, name: string): Promise<Seed> {
  // What reads it is large, and most starts have no file.
  const { parseSeed } = await import('./seed-file.ts')
  return parseSeed(text, name)
}
