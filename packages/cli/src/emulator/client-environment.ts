import type { Entrance, RunningEmulator } from '@sevenstep/cloud-emulator'

/** The environment variables with which a client reaches the emulator and gets in. */
export function clientEnvironment(
  { url, authorityFile }: Pick<RunningEmulator, 'url' | 'authorityFile'>,
  entrance: Entrance | undefined,
): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | undefined>> = {
    HTTPS_PROXY: url,
    NODE_EXTRA_CA_CERTS: authorityFile,
    SEVENSTEP_EMULATOR_URL: url,
    SEVENSTEP_EMULATOR_TENANT: entrance?.tenant,
    SEVENSTEP_EMULATOR_CLIENT_ID: entrance?.clientId,
    SEVENSTEP_EMULATOR_CLIENT_SECRET: entrance?.clientSecret,
    SEVENSTEP_EMULATOR_USER: entrance?.user,
    SEVENSTEP_EMULATOR_PASSWORD: entrance?.password,
    SEVENSTEP_EMULATOR_PARTNER_TENANT: entrance?.partner?.tenant,
    SEVENSTEP_EMULATOR_PARTNER_USER: entrance?.partner?.user,
    SEVENSTEP_EMULATOR_PARTNER_PASSWORD: entrance?.partner?.password,
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}

/** Assignments that a POSIX shell reads, one to a line. */
export function shellAssignments(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${quoted(value)}\n`)
    .join('')
}

function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}
