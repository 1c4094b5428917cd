import { readFileSync } from 'node:fs'

declare const bundledVersion: string | undefined

/** The version of this command line; written in by the bundler, read from the manifest when run from source. */
export const version: string = typeof bundledVersion === 'string' ? bundledVersion : readVersion()

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0'
}
