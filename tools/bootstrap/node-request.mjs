/**
 * The one sentence that asks for another Node, or undefined when this machine will do.
 *
 * On glibc Linux x64 the workspace brings its own Node 24, so an older one is enough to start with; elsewhere
 * the Node already there runs everything.
 *
 * @param {{ platform: string, arch: string, glibc: boolean, version: string }} machine `version` without the leading v.
 * @returns {string | undefined}
 */
export function nodeRequest({ platform, arch, glibc, version }) {
  const bringsOwnNode = platform === 'linux' && arch === 'x64' && glibc
  const least = bringsOwnNode ? '20.19' : '24.0'
  const [wantedMajor = 0, wantedMinor = 0] = least.split('.').map(Number)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined
  return `Sevenstep needs Node ${least} or newer on this machine (this is ${version}): install it from https://nodejs.org and run the command again.`
}

/** @returns {{ platform: string, arch: string, glibc: boolean, version: string }} */
export function thisMachine() {
  return {
    platform: process.platform,
    arch: process.arch,
    glibc: process.platform === 'linux' && hasGlibc(),
    version: process.versions.node,
  }
}

function hasGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (process.report?.getReport())
  return Boolean(report?.header?.glibcVersionRuntime)
}
